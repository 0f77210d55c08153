/** What the form of an answer sent, kept: its files wait with the draft from now on. */
import { randomUUID } from "node:crypto";

import { arrive } from "#app/models/evidence/waiting.server.ts";
import { titleFromName } from "#app/models/evidence/file-kind.ts";
import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import { type DraftFileTyped, findAnswerDraft, saveAnswer } from "#app/models/requests/answers.server.ts";
import type { Desk } from "#app/platform/desk.ts";
import { Invalid } from "#app/platform/failure.ts";
import type { Form } from "#app/platform/form.server.ts";

/** Throws `Invalid` where files come without saying whether they name people who use services. */
export async function keepAnswer(desk: Desk, of: Inspection, number: number, form: Form): Promise<void> {
  demand(of, "request.answer");
  const { value, files, number: numberIn } = form;
  const said = value("restricted");
  if (files.length && said !== "yes" && said !== "no") {
    throw new Invalid({ file: "Say whether the files name people who use services, and choose them again" });
  }
  const there = (await findAnswerDraft(desk, of, number))?.files ?? [];
  const kept: DraftFileTyped[] = there
    .filter(({ id }) => value(`remove-${id}`) !== "yes")
    .map(({ id, title }) => ({
      id,
      title: value(`title-${id}`).replace(/\s+/g, " ").trim().slice(0, 200) || title,
      restricted: value(`restricted-${id}`) === "yes",
    }));
  for (const { name, arrival } of files) {
    const id = randomUUID();
    await arrive(desk, of, { id, name, arrival });
    kept.push({ id, title: titleFromName(name), restricted: said === "yes" });
  }
  await saveAnswer(desk, of, number, {
    kind: value("kind"),
    message: value("message"),
    link: value("link"),
    document: value("document"),
    place: value("place"),
    version: numberIn("version") ?? 0,
    files: kept,
  });
}
