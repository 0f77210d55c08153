/** Text that people type or name files with never runs, wherever it is shown: pages, data, downloads, tables, decks. */
import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";

import { type Client, CODE, demoServer } from "#tests/support/server.ts";

const server = demoServer();
const at = (path = "") => `/inspections/${CODE}${path}`;

const hostile = [
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "</textarea><script>alert(1)</script>",
  "'-alert(1)-'",
  "javascript:alert(1)",
  "[a](javascript:alert(1))",
  "<svg/onload=alert(1)>",
  "</script><script>alert(1)</script>",
  "{{constructor.constructor('alert(1)')()}}",
  "=cmd|' /C calc'!A0",
  "@SUM(1+1)*cmd|' /C calc'!A0",
];

/** Marks that would run: an element of a hostile text that came through as an element. */
const runs = /<script>alert|<img src=x|<svg\/onload|href="javascript:/;

async function sow(lead: Client): Promise<{ finding: string; evidence: string }> {
  for (const text of hostile) {
    expect((await lead.post(at("/lines/10.3/findings"), { kind: "strength", text })).status).toBe(302);
  }
  const [, finding = ""] = /<li class="finding" id="([^"]+)"/.exec(await lead.page(at("/lines/10.3"))) ?? [];
  for (const [index, text] of hostile.entries()) {
    const file = new FormData();
    file.set("file", new File([`Document ${index}`], `${text.replace(/[/\\]/g, "⁄")}.txt`));
    file.set("quote", text);
    file.set("locator", text);
    expect((await lead.post(at(`/findings/${finding}/citations`), file)).status).toBe(302);
  }
  const note = { text: hostile[0] ?? "", note: hostile.join(" "), version: "1" };
  expect((await lead.post(at(`/findings/${finding}`), note)).status).toBe(302);
  const rating = { level: "1", reason: hostile.join("\n"), version: "0" };
  expect((await lead.post(at("/lines/10.3/rating"), rating)).status).toBe(302);
  const [, evidence = ""] = /evidence\/([0-9a-f-]{36})"/.exec(await lead.page(at("/evidence?sort=-number"))) ?? [];
  const details = { title: hostile.slice(0, 3).join(" "), kind: "document", version: "1" };
  expect((await lead.post(at(`/evidence/${evidence}`), details)).status).toBe(302);
  return { finding, evidence };
}

test("hostile text in findings, notes, quotations, titles, file names and reasons is shown and does not run", async () => {
  const lead = await server.signedIn("lead");
  const { finding, evidence } = await sow(lead);
  const pages = [
    at(),
    at("/lines"),
    at("/lines/10.3"),
    at(`/lines/10.3?edit=${finding}`),
    at(`/lines/10.3?cite=${finding}`),
    at(`/findings/${finding}/history`),
    at("/themes/10"),
    at("/evidence"),
    at(`/evidence?q=${encodeURIComponent(hostile[1] ?? "")}`),
    at(`/evidence/${evidence}`),
    at("/activity"),
    at("/briefing"),
    `/sign-in?next=${encodeURIComponent("javascript:alert(1)")}`,
  ];
  for (const path of pages) {
    const answer = await lead.get(path);
    const body = await answer.text();
    expect({ path, runs: runs.exec(body)?.[0] }).toEqual({ path, runs: undefined });
    const policy = answer.headers.get("Content-Security-Policy") ?? "";
    expect(policy).not.toContain("unsafe-inline");
    expect(body).not.toMatch(/\sstyle="/);
  }
  expect(await lead.page(at("/lines/10.3"))).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
});

test("a deck holds hostile text as text, in every format", async () => {
  const lead = await server.signedIn("lead");
  const html = await (await lead.get(at("/briefing.html"))).text();
  expect(runs.exec(html)?.[0]).toBeUndefined();
  const pptx = unzipSync(new Uint8Array(await (await lead.get(at("/briefing.pptx"))).arrayBuffer()));
  const slides = Object.entries(pptx).filter(([name]) => /^ppt\/slides\/slide\d+\.xml$/.test(name));
  const text = slides.map(([, bytes]) => strFromU8(bytes)).join("");
  expect(text).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
  expect(text).not.toContain("<script>");
  const relations = Object.entries(pptx).filter(([name]) => name.endsWith(".rels"));
  expect(relations.map(([, bytes]) => strFromU8(bytes)).join("")).not.toMatch(/javascript:|TargetMode="External"/);
});

test("a downloaded file is an attachment that can run nothing, under a name that cannot break the header", async () => {
  const lead = await server.signedIn("lead");
  const [, evidence = ""] = /evidence\/([0-9a-f-]{36})"/.exec(await lead.page(at("/evidence?sort=-number"))) ?? [];
  const answer = await lead.get(at(`/evidence/${evidence}/file`));
  expect(answer.headers.get("Content-Disposition")).toMatch(
    /^attachment; filename="[ -~]*"; filename\*=UTF-8''[^\s"]+$/,
  );
  expect(answer.headers.get("Content-Security-Policy")).toContain("sandbox");
  expect(answer.headers.get("X-Content-Type-Options")).toBe("nosniff");
});

test("no cell of a table that is downloaded can begin a formula", async () => {
  const lead = await server.signedIn("lead");
  const csv = await (await lead.get(at("/activity.csv"))).text();
  const cells = csv.split(/\r\n|,/).map((cell) => cell.replace(/^"/, ""));
  expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
});
