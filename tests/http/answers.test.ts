/** Answers at the doors: files wait with a draft that is the council's alone, and letters lead to the request. */
import { expect, test } from "vitest";

import { deskFor } from "#app/desk.server.ts";
import { sendLetters } from "#app/models/requests/letters.server.ts";
import { memoryMail } from "#app/platform/memory.ts";
import { type Client, CODE, demoServer, PASSWORD } from "#tests/support/server.ts";
import { sendWhole } from "#tests/support/tus.ts";

const server = demoServer();
const at = (path = "") => `/inspections/${CODE}${path}`;
const ORIGIN = "https://inspections.example.test";

const upload = async (client: Client, name: string, bytes: string) =>
  (await sendWhole(client, name, bytes)).headers.get("Upload-Arrival") ?? "";

const versionIn = (page: string) => /name="version" value="(\d+)"/.exec(page)?.[1] ?? "";
const draftFiles = (page: string) => [...page.matchAll(/name="title-([0-9a-f-]{36})"/g)].map(([, id = ""]) => id);

type Fields = Record<string, string | string[]>;

/** Sends the form of an answer as a browser without JavaScript would, with the version that its page shows. */
async function answer(client: Client, number: number, fields: Fields, { to = "answer", files = [] as File[] } = {}) {
  const form = new FormData();
  form.set("version", versionIn(await client.page(at(`/requests/${number}`))));
  for (const [name, value] of Object.entries({ kind: "files", ...fields })) {
    for (const each of [value].flat()) form.append(name, each);
  }
  for (const file of files) form.append("file", file);
  const sent = await client.post(at(`/requests/${number}/${to}`), form);
  return { status: sent.status, to: sent.headers.get("Location"), page: await sent.text() };
}

const text = (name: string, words: string) => new File([words], name, { type: "text/plain" });

test("files go into a draft that no inspector sees by any door, and become evidence when it is sent", async () => {
  const [officer, lead, manager] = await Promise.all(["officer", "lead", "manager"].map((one) => server.signedIn(one)));
  const doors = ["/requests/5", "/requests", "/evidence", "/evidence/upload", "/evidence/naming", "/activity", ""];
  const seenBy = async (client: Client) =>
    (
      await Promise.all(
        [
          ...doors,
          ...doors.slice(0, 6).map((path) => `${path}.data`),
          "/requests.csv",
          "/evidence.csv",
          "/activity.csv",
        ]
          .map((path) => client.get(at(path)))
          .map(async (one) => (await one).text()),
      )
    ).join("\n");

  const id = await upload(officer!, "Quagga_list.txt", "Quagga one");
  const other = await upload(officer!, "Quagga minutes.txt", "Quagga two");
  const fields = { arrival: [id, other], [`title-${id}`]: "Quagga attendance", message: "Quagga message" };
  expect(await answer(officer!, 5, fields)).toMatchObject({ status: 302, to: at("/requests/5?done=saved") });
  const draft = await officer!.page(at("/requests/5"));
  expect(draftFiles(draft)).toEqual([id, other]);
  expect(draft).toMatch(/Quagga attendance[^]*Quagga minutes[^]*Quagga message/);
  expect(await officer!.page(at("/requests"))).toContain("2 files, not sent");

  for (const client of [lead!, manager!])
    expect(await seenBy(client)).not.toMatch(/Quagga|files, not sent|answer\.save/);
  expect(await lead!.page("/search?q=Quagga")).not.toMatch(/Quagga (one|two|attendance|minutes|message)/);
  for (const client of [lead!, manager!]) {
    for (const path of [`/evidence/${id}`, `/evidence/${id}/file`, `/evidence/${id}/text`]) {
      expect((await client.get(at(path))).status).toBe(404);
    }
    expect((await client.post(at("/requests/5/answer"), { kind: "files", version: "1" })).status).toBe(404);
    expect((await client.post(at("/requests/5/sending"), { kind: "files", version: "1" })).status).toBe(404);
  }
  // It belongs to the answer now: neither taken away nor added by another form.
  expect(await officer!.page(at("/evidence/naming"))).not.toContain("Quagga");
  await officer!.post(at(`/evidence/arrivals/${id}/removal`), {});
  const added = new FormData();
  added.set("arrival", id);
  added.set("restricted", "no");
  expect((await officer!.post(at("/evidence/upload"), added)).status).toBe(422);
  expect(draftFiles(await officer!.page(at("/requests/5")))).toEqual([id, other]);

  const unsaid = await answer(officer!, 5, { message: "Quagga message" }, { to: "sending" });
  expect([unsaid.status, unsaid.page.includes("Choose whether any of these files name people")]).toEqual([422, true]);
  expect((await officer!.page(at("/requests/5"))).includes("Quagga attendance")).toBe(true);
  const said = { message: "Quagga message", restricted: "yes", [`restricted-${other}`]: "yes" };
  expect((await answer(officer!, 5, said, { to: "sending" })).to).toBe(at("/requests/5?done=answered"));
  const shown = await lead!.page(at("/requests/5"));
  expect(shown).toMatch(/E\d+[^<]*(<!-- -->)? ?(<!-- -->)?Quagga attendance/);
  expect(await manager!.page(at("/evidence"))).toMatch(/Quagga minutes/);
  const refused = await officer!.post(at("/requests/5/answer"), { kind: "files", version: "1" });
  expect([refused.status, (await refused.text()).includes("Ask them to send it back")]).toEqual([409, true]);
});

test("without JavaScript a form that is wrong loses no file, and the rest of it comes back", async () => {
  const officer = await server.signedIn("officer");
  const files = [text("First.txt", "Okapi first"), text("Second.txt", "Okapi second"), text("Virus.exe", "MZ")];
  const wrong = await answer(officer, 6, { restricted: "no", message: "M".repeat(601) }, { files });
  expect(wrong.status).toBe(422);
  expect(wrong.page).toContain("MMMM");
  expect(draftFiles(wrong.page)).toHaveLength(2);
  const [first = ""] = draftFiles(wrong.page);
  const link = await answer(officer, 6, { kind: "public", link: "nowhere", remove: first });
  expect([link.status, link.page.includes("whole address")]).toEqual([422, true]);
  const out = await answer(officer, 6, { restricted: "no", remove: first, message: "Short" });
  expect(out.to).toBe(at("/requests/6?done=saved"));
  expect(draftFiles(await officer.page(at("/requests/6")))).toHaveLength(1);
  const stale = await officer.post(at("/requests/6/answer"), { kind: "files", version: "1", message: "Mine" });
  expect([stale.status, (await stale.text()).includes("Short")]).toEqual([409, true]);
  // Ways that ask for something else show it only once they are chosen.
  const plain = await officer.page(at("/requests/6?way=files"));
  expect(plain).not.toMatch(/name="(link|document|place)"/);
  expect(await officer.page(at("/requests/6?way=public"))).toMatch(/name="link"/);
  expect(await officer.page(at("/requests/6?way=part-of"))).toMatch(/name="document"[^]*name="place"/);
  expect(await officer.page(at("/requests/6?way=nonsense"))).toContain('name="file"');
});

test("a file that waits for someone else goes into no answer", async () => {
  const [officer, lead] = [await server.signedIn("officer"), await server.signedIn("lead")];
  const theirs = await upload(lead, "Bongo of inspectors.txt", "Bongo");
  const before = await officer.page(at("/requests/3"));
  for (const arrival of [theirs, "00000000-0000-4000-8000-000000000000"]) {
    const tried = await answer(officer, 3, { arrival, message: "x", restricted: "no" });
    expect([tried.status, tried.page.includes("Bongo")]).toEqual([422, false]);
  }
  expect(draftFiles(await officer.page(at("/requests/3")))).toEqual(draftFiles(before));
});

test("a letter leads to its request after signing in, and nowhere for those who may not see it", async () => {
  const [lead, officer] = [await server.signedIn("lead"), await server.signedIn("officer")];
  expect((await lead.post(at("/requests/3/reminder"), {})).status).toBe(302);
  expect((await lead.post(at("/requests/3/reminder"), {})).status).toBe(422);
  expect((await officer.post(at("/requests/3/reminder"), {})).status).toBe(404);
  const mail = memoryMail();
  await sendLetters(deskFor(server.services, null), { mail, origin: ORIGIN });
  const letter = mail.sent.find(({ to }) => to === "officer@demo.test");
  const [, path = ""] = new RegExp(`${ORIGIN}(/\\S+/requests/3)\n`).exec(letter?.text ?? "") ?? [];
  const visitor = server.client();
  const door = (await visitor.get(path)).headers.get("Location") ?? "";
  expect(door).toMatch(/^\/sign-in\?next=/);
  const next = new URL(door, server.origin).searchParams.get("next") ?? "";
  const come = await visitor.post(door, { email: "officer@demo.test", password: PASSWORD, next });
  expect(come.headers.get("Location")).toBe(path);
  expect(await visitor.page(path)).toContain("Voluntary sector grant monitoring");
  expect((await (await server.signedIn("officer-b")).get(path)).status).toBe(404);
});

test("everyone chooses their own letters, and nobody else's", async () => {
  expect((await server.client().get("/account/mail")).status).toBe(302);
  const [officer, lead] = [await server.signedIn("officer"), await server.signedIn("lead")];
  const version = versionIn(await officer.page("/account/mail"));
  const kept = await officer.post("/account/mail", { digest: "never", version });
  expect(kept.headers.get("Location")).toBe("/account?done=mail");
  const page = await officer.page("/account/mail");
  expect(page).toMatch(/checked="" value="never"/);
  expect(page).not.toMatch(/name="at-once"[^>]*checked/);
  expect((await officer.post("/account/mail", { digest: "daily", version })).status).toBe(409);
  expect((await officer.post("/account/mail", { digest: "hourly", version: versionIn(page) })).status).toBe(422);
  const theirs = await lead.page("/account/mail");
  expect(theirs).toMatch(/checked="" value="daily"/);
  expect(theirs).not.toContain("Write to me at once");
});
