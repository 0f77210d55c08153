/** Moderation, stages and publication with plain forms, as a browser without JavaScript sends them. */
import { eq, or } from "drizzle-orm";
import { createHash } from "node:crypto";
import { expect, test } from "vitest";

import { finding } from "#db/schema/findings.ts";
import { inspection } from "#db/schema/inspections.ts";
import { rating, signOff } from "#db/schema/ratings.ts";
import { user } from "#db/schema/accounts.ts";

import { type Client, CODE, demoServer, hidden, PASSWORD } from "#tests/support/server.ts";
import { putAt } from "#tests/support/viewers.ts";

const server = demoServer();
const at = (path = "") => `/inspections/${CODE}${path}`;

const versionOf = (page: string, action: string) => hidden(page, action, "version");

test("a difference is settled, the agreed lines are confirmed, and what cannot be taken comes back as it was typed", async () => {
  const reviewer = await server.signedIn("reviewer");
  const page = await reviewer.page(at("/moderation/1"));
  expect(page).toContain("7 lines, 1 differs");
  const form = at("/moderation/1/lines/1.3");
  const empty = await reviewer.post(form, { reason: "Read both again", version: versionOf(page, form) });
  expect(empty.status).toBe(422);
  const again = await empty.text();
  expect(again).toContain('<a href="#line-1-3-level">Choose a rating</a>');
  expect(again).toContain("Read both again</textarea>");
  const settled = await reviewer.post(form, { level: "1", reason: "Read both again", version: versionOf(page, form) });
  expect([settled.status, settled.headers.get("Location")]).toEqual([302, at("/moderation/1#line-1-3")]);
  const stale = await reviewer.post(form, { level: "2", reason: "Mine", version: "0" });
  expect(stale.status).toBe(409);
  const both = await stale.text();
  expect(both).toContain("Read both again");
  expect(both).toContain("Mine</textarea>");

  const lines = [...page.matchAll(/name="line" [^>]*value="([^"]+)"|value="([^"]+)"[^>]*name="line"/g)];
  const chosen = new URLSearchParams({ reason: "Both inspectors agree." });
  for (const [, one, other] of lines) chosen.append("line", one ?? other ?? "");
  expect(chosen.getAll("line")).toHaveLength(5);
  const body = { method: "POST", body: chosen, headers: { Origin: server.origin } };
  expect((await reviewer.send(at("/moderation/1/agreed"), body)).status).toBe(302);
  const after = await reviewer.page(at("/moderation/1"));
  expect(after).toContain("Confirm or change the rating of line 1.7 first.");
});

test("a theme that is signed off locks its ratings, says what was edited since, and is reopened with a reason", async () => {
  const lead = await server.signedIn("lead");
  const locked = await lead.post(at("/lines/8.1/rating"), { level: "1", reason: "Late", version: "1" });
  expect(locked.status).toBe(422);
  expect(await locked.text()).toContain("signed theme 8 off, so its ratings are locked");
  expect(await lead.page(at("/moderation/8"))).not.toContain("Edited after sign-off");
  await lead.post(at("/lines/8.1/findings"), { kind: "strength", text: "A late strength" });
  expect(await lead.page(at("/moderation/8"))).toContain("Edited after sign-off:");
  const page = await lead.page(at("/moderation"));
  expect(page).toContain("Edited after sign-off");
  expect(await lead.page(at("/themes/8"))).toContain("Edited after sign-off");
  const form = at("/moderation/8/reopening");
  const id = hidden(await lead.page(at("/moderation/8")), form, "sign-off");
  const asked = await lead.post(form, { "sign-off": id, reason: "" });
  expect(asked.status).toBe(422);
  expect(await asked.text()).toContain('<a href="#reopening-reason">Enter why you reopen the theme</a>');
  expect((await lead.post(form, { "sign-off": id, reason: "There is a new strength" })).status).toBe(302);
  const open = await lead.page(at("/moderation/8"));
  expect(open).toContain("reopened the theme");
  expect(open).toContain("You rated in theme 8 as an inspector, so someone else signs it off.");
});

test("a comment is added where it belongs, resolved, and listed with the others", async () => {
  const inspector = await server.signedIn("inspector2");
  const empty = await inspector.post(at("/comments?on=line:2.1"), { subject: "line:2.1", text: " " });
  expect(empty.status).toBe(422);
  expect(await empty.text()).toContain('<a href="#comment-line-2-1-text">Enter a comment</a>');
  const sent = await inspector.post(at("/comments?on=line:2.1"), { subject: "line:2.1", text: "Which criteria?" });
  expect(sent.headers.get("Location")).toMatch(/\/moderation\/2#comment-/);
  const all = await inspector.page(at("/comments"));
  expect(all).toContain("Which criteria?");
  const [, id = ""] = /comments\/([0-9a-f-]{36})\/resolution"(?:(?!<\/li>)[\s\S])*Which criteria\?/.exec(all) ?? [];
  expect((await inspector.post(at(`/comments/${id}/resolution`), { resolved: "yes", version: "1" })).status).toBe(302);
  const resolved = (await inspector.page(at("/moderation/2"))).replaceAll("<!-- -->", "");
  expect(resolved).toContain("Resolved by Partner inspector");
});

test("what keeps the inspection from moderation is listed by name, with the way there", async () => {
  const lead = await server.signedIn("lead");
  const page = await lead.page(at("/stage"));
  expect(page).toMatch(/2[78] strengths and weaknesses have no citation/);
  expect(page).toMatch(/href="\/inspections\/leicester-2007\/lines\/1\.7#[0-9a-f-]{36}">1\.7 S\d /);
  const refused = await lead.post(at("/stage"), { to: "moderation", version: await inspectionVersion() });
  expect(refused.status).toBe(422);
  expect(await refused.text()).toContain("have no citation: 1.7 S");
});

/** As the form of a stage that nothing keeps the inspection from would hold it. */
async function inspectionVersion(): Promise<string> {
  const [row] = await server.services.store.read
    .select({ version: inspection.version })
    .from(inspection)
    .where(eq(inspection.code, CODE));
  return String(row?.version);
}

/** Everything that the checks ask for, as weeks of work would have left it. */
async function finish(): Promise<void> {
  const { store } = server.services;
  const now = server.services.now().toISOString();
  await store.write(async (db) => {
    const [of] = await db.select().from(inspection).where(eq(inspection.code, CODE));
    const [reviewer] = await db.select().from(user).where(eq(user.email, "reviewer@demo.test"));
    const [common, signedBy] = [{ inspection: of!.id }, reviewer!.id];
    const withdrawn = { withdrawnAt: now, withdrawnReason: "Never cited" };
    await db
      .update(finding)
      .set(withdrawn)
      .where(or(eq(finding.citations, 0), eq(finding.kind, "area")));
    for (let theme = 1; theme <= 10; theme++) {
      await db.insert(signOff).values({ ...common, id: `s${theme}`, theme, signedBy, signedAt: now });
    }
    for (const ref of ["1", "2"]) {
      const moderated = {
        subject: "judgement" as const,
        ref,
        rater: "moderated" as const,
        level: 2,
        reason: "Settled",
      };
      await db.insert(rating).values({ ...common, ...moderated, id: `j${ref}`, ratedAt: now });
    }
  });
}

const confirmed = (client: Client) => client.post("/confirm", { password: PASSWORD });

test("two people publish with their passwords, the council reads it, and a correction is another version", async () => {
  const [lead, reviewer, officer] = [
    await server.signedIn("lead"),
    await server.signedIn("reviewer"),
    await server.signedIn("officer"),
  ];
  await finish();
  const comments = await lead.page(at("/comments"));
  for (const [, id = ""] of comments.matchAll(/comments\/([0-9a-f-]{36})\/resolution/g)) {
    const version = hidden(comments, at(`/comments/${id}/resolution`), "version");
    await lead.post(at(`/comments/${id}/resolution`), { resolved: "yes", version });
  }
  await putAt(server.services, "factual_accuracy");
  expect(await officer.page(at("/publication"))).toContain("Nothing has been published yet.");

  const unconfirmed = await lead.post(at("/publication"), {});
  expect(unconfirmed.headers.get("Location")).toContain("/confirm?next=");
  await confirmed(lead);
  expect((await lead.post(at("/publication"), {})).headers.get("Location")).toBe(at("/publication"));
  expect(await officer.page(at("/publication"))).toContain("Nothing has been published yet.");
  expect(await lead.page(at("/publication"))).toContain("You proposed it, so someone else approves it");

  expect((await reviewer.get(at("/publication/approval"))).headers.get("Location")).toContain("/confirm?next=");
  await confirmed(reviewer);
  const approval = await reviewer.page(at("/publication/approval"));
  const digest =
    hidden(approval, at("/publication/approval"), "digest") || /name="digest" value="([^"]+)"/.exec(approval)![1]!;
  expect((await lead.post(at("/publication/approval"), { digest })).status).toBe(422);
  const done = await reviewer.post(at("/publication/approval"), { digest });
  expect(done.headers.get("Location")).toBe(at("/publications/1"));

  const read = await officer.page(at("/publications/1"));
  expect(read).toContain(digest);
  const file = await officer.get(at("/publications/1/file?format=json"));
  const bytes = Buffer.from(await file.arrayBuffer());
  expect(createHash("sha256").update(bytes).digest("hex")).toBe(digest);
  expect((await officer.get(at("/publications/1/file?format=md"))).status).toBe(200);
  expect((await lead.post(at("/lines/1.1/findings"), { kind: "strength", text: "Late" })).status).toBe(404);

  const reason = "The date of the strategy was wrong";
  expect((await lead.post(at("/publication/correction"), { reason })).headers.get("Location")).toBe(at("/publication"));
  expect(await officer.page(at("/publications/1"))).toContain(digest);
  expect(await officer.page(at("/publication"))).not.toContain(reason);
  expect(await officer.page("/inspections")).toContain(">Published<");
  await lead.post(at("/publication"), {});
  const second = await reviewer.page(at("/publication/approval"));
  const [, next = ""] = /name="digest" value="([^"]+)"/.exec(second) ?? [];
  expect((await reviewer.post(at("/publication/approval"), { digest: next })).status).toBe(302);
  expect(await officer.page(at("/publications/2"))).toContain(reason);
  expect(await officer.page(at("/publications/1"))).toContain("replaced this one on");
}, 60_000);
