/** The working day on a line of enquiry, as a browser without JavaScript does it: read the page, send its form. */
import { expect, test } from "vitest";

import { type Client, CODE, demoServer, hidden } from "#tests/support/server.ts";

const server = demoServer();
const line = (ref: string) => `/inspections/${CODE}/lines/${ref}`;

const idOf = (page: string, text: string): string => {
  const at = page.indexOf(text);
  const [, id = ""] = /.*<li class="finding" id="([^"]+)"/s.exec(page.slice(0, at)) ?? [];
  return id;
};

async function add(client: Client, ref: string, text: string, kind = "strength"): Promise<string> {
  const answer = await client.post(`${line(ref)}/findings`, { kind, text });
  expect(answer.status).toBe(302);
  return idOf(await client.page(line(ref)), text);
}

test("a finding is added, edited, moved and withdrawn with plain forms", async () => {
  const lead = await server.signedIn("lead");
  const id = await add(lead, "10.3", "Reserves are set aside for two years");
  const finding = `/inspections/${CODE}/findings/${id}`;
  const open = await lead.page(`${line("10.3")}?edit=${id}`);
  const version = hidden(open, finding, "version");
  expect(version).toBe("1");
  const edited = await lead.post(finding, {
    text: "Reserves are set aside for three years",
    note: "Ask finance",
    version,
  });
  expect(edited.status).toBe(302);
  const second = await add(lead, "10.3", "All nine posts were filled in May");
  await lead.post(`/inspections/${CODE}/findings/${second}/position`, { direction: "up" });
  const page = await lead.page(line("10.3"));
  expect(page.indexOf("All nine posts were filled in May")).toBeLessThan(page.indexOf("set aside for three years"));
  expect(page).toContain("Note: <!-- -->Ask finance");
  const asked = await lead.page(`${line("10.3")}?withdraw=${second}`);
  const reason = await lead.post(`/inspections/${CODE}/findings/${second}/withdrawal`, {
    reason: "Said twice",
    version: hidden(asked, `/inspections/${CODE}/findings/${second}/withdrawal`, "version"),
  });
  expect(reason.status).toBe(302);
  expect(await lead.page(line("10.3"))).not.toContain("All nine posts were filled in May");
});

test("words that cannot be taken come back with a message beside the field, and nothing is lost", async () => {
  const lead = await server.signedIn("lead");
  const empty = await lead.post(`${line("1.1")}/findings`, { kind: "weakness", text: "  " });
  expect(empty.status).toBe(422);
  expect(await empty.text()).toContain('<a href="#add-weakness">Enter the weakness</a>');
  const long = "x".repeat(700);
  const answer = await lead.post(`${line("1.1")}/findings`, { kind: "strength", text: long });
  expect(answer.status).toBe(422);
  const page = await answer.text();
  expect(page).toContain("must be 600 characters or fewer. It has 700.");
  expect(page).toContain(`value="${long}"`);
  expect((await lead.post(`${line("1.1")}/findings`, { kind: "nonsense", text: "x" })).status).toBe(422);
  expect((await lead.post(`${line("1.1")}/findings`, {})).status).toBe(422);
  expect((await lead.post(`${line("77.1")}/findings`, { kind: "strength", text: "x" })).status).toBe(404);
});

test("a stale edit answers 409 with both texts, and saving again keeps mine", async () => {
  const [lead, second] = [await server.signedIn("lead"), await server.signedIn("inspector")];
  const id = await add(lead, "9.4", "Outcomes are measured yearly");
  const finding = `/inspections/${CODE}/findings/${id}`;
  expect((await second.post(finding, { text: "Theirs stands", version: "1" })).status).toBe(302);
  const stale = await lead.post(finding, { text: "Mine was late", note: "kept", version: "1" });
  expect(stale.status).toBe(409);
  const page = await stale.text();
  expect(page).toContain("Theirs stands");
  expect(page).toContain("Mine was late");
  const version = hidden(page, finding, "version");
  expect(version).toBe("2");
  expect((await lead.post(finding, { text: "Mine after all", version })).status).toBe(302);
  expect(await second.page(line("9.4"))).toContain("Mine after all");
});

test("evidence is cited from what is there, with page and quotation, and taken away again", async () => {
  const lead = await server.signedIn("lead");
  const id = await add(lead, "2.1", "The criteria are published");
  const form = await lead.page(`${line("2.1")}?cite=${id}`);
  const [, evidence = ""] = /<option value="([0-9a-f-]{36})">E1 /.exec(form) ?? [];
  const cites = `/inspections/${CODE}/findings/${id}/citations`;
  const fields = new FormData();
  for (const [name, value] of Object.entries({ evidence, locator: "2", quote: "“Published in April”" }))
    fields.set(name, value);
  expect((await lead.post(cites, fields)).status).toBe(302);
  const page = await lead.page(line("2.1"));
  expect(page).toContain("Published in April");
  const [, citation = ""] =
    /citations\/([0-9a-f-]{36})\/withdrawal/.exec(page.slice(page.indexOf("The criteria are published"))) ?? [];
  expect((await lead.post(`/inspections/${CODE}/citations/${citation}/withdrawal`, {})).status).toBe(302);
  expect(await lead.page(line("2.1"))).not.toContain("Published in April");
  const none = await lead.post(cites, { evidence: "", locator: "", quote: "" });
  expect(none.status).toBe(422);
  expect(await none.text()).toContain("Choose the evidence, or upload a file");
});

test("a file is uploaded and cited in one go; one that cannot be taken leaves nothing behind", async () => {
  const lead = await server.signedIn("lead");
  const id = await add(lead, "2.2", "The plan is costed");
  const cites = `/inspections/${CODE}/findings/${id}/citations`;
  const form = (name: string, bytes: string) => {
    const fields = new FormData();
    fields.set("file", new File([bytes], name));
    fields.set("locator", "7");
    fields.set("quote", "costed to the pound");
    return fields;
  };
  const program = await lead.post(cites, form("plan.exe", "MZ"));
  expect(program.status).toBe(422);
  const page = await program.text();
  expect(page).toContain("“plan.exe” must be a PDF");
  expect(page).toContain("costed to the pound");
  const disguised = await lead.post(cites, form("plan.pdf", "MZ not a PDF"));
  expect(await disguised.text()).toContain("does not hold what its name says");
  expect((await lead.post(cites, form("plan.txt", "A plan, costed to the pound"))).status).toBe(302);
  expect(await lead.page(line("2.2"))).toContain("costed to the pound");
});

test("a rating takes a level and a reason, and tells of one made in another window meanwhile", async () => {
  const [lead, second] = [await server.signedIn("lead"), await server.signedIn("inspector")];
  const rating = `${line("10.3")}/rating`;
  const bare = await lead.post(rating, { version: "0", "statement-1.1": "1", "statement-1.2": "1" });
  expect(bare.status).toBe(422);
  const page = (await bare.text()).replaceAll("<!-- -->", "");
  expect(page).toContain("Choose a rating: what you ticked supports “Uncertain”");
  expect(page).toContain("Enter why you chose this rating");
  // What was ticked comes back ticked, and says what it proposes.
  expect(page.match(/name="statement-[^>]*checked=""/g)).toHaveLength(2);
  expect(page).toContain("What you ticked supports ");
  expect((await lead.post(rating, { level: "9", reason: "x", version: "0" })).status).toBe(422);
  expect((await lead.post(rating, { level: "2", reason: "Money and people are there", version: "0" })).status).toBe(
    302,
  );
  // Another's rating stands in nobody's way; one's own from another window does.
  expect((await second.post(rating, { level: "0", reason: "I saw none", version: "0" })).status).toBe(302);
  const late = await lead.post(rating, { level: "0", reason: "On second thoughts", version: "0" });
  expect(late.status).toBe(409);
  const both = await late.text();
  expect(both).toContain("Money and people are there");
  expect(both).toContain("On second thoughts");
});
