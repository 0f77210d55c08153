/** What the form of an answer sent, kept: its files wait with the draft from now on, whatever becomes of the rest. */
import { randomUUID } from "node:crypto";

import { titleFromName } from "#app/models/evidence/file-kind.ts";
import { arrive, dropWaiting, takeWaiting } from "#app/models/evidence/waiting.server.ts";
import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import type { DraftFileTyped } from "#app/models/requests/answer-files.server.ts";
import { type AnswerDraftView, findAnswerDraft, keepFiles, saveAnswer } from "#app/models/requests/answers.server.ts";
import type { Desk } from "#app/platform/desk.ts";
import { Busy, Invalid, NotFound, Stale } from "#app/platform/failure.ts";
import type { Form } from "#app/platform/form.server.ts";

const TITLE_LENGTH = 200;
const UNSAID = "Choose whether any of these files name people who use services";

/** A file of the form: of the draft already, uploaded before the form was sent (`row`), or come with it. */
type Named = { id: string; name: string; title: string; restricted: boolean | null; row: boolean };

/** Files that came in the form itself. Those that cannot be taken are named in words. */
async function arriveAll(desk: Desk, of: Inspection, { files, refused }: Form) {
  const come: Named[] = [];
  const faults = refused.map(({ why }) => why);
  for (const { name, arrival } of files) {
    const id = randomUUID();
    try {
      await arrive(desk, of, { id, name, arrival });
      come.push({ id, name, title: titleFromName(name), restricted: null, row: false });
    } catch (error) {
      if (!(error instanceof Invalid || error instanceof Busy)) throw error;
      faults.push(error.message);
    }
  }
  return { come, faults };
}

/** What was uploaded before the form was sent. Throws `Invalid` for what is not this person's, or waits no longer. */
async function uploaded(desk: Desk, of: Inspection, form: Form, there: readonly Named[]): Promise<Named[]> {
  const ids = form.all("arrival").filter((id) => !there.some((one) => one.id === id));
  const files = await takeWaiting(desk, of, ids);
  return files.flatMap(({ name, waiting }) =>
    waiting ? [{ id: waiting.id, name, title: titleFromName(name), restricted: null, row: true }] : [],
  );
}

/**
 * What is kept of each file. Whoever says that some of the files name people, and ticks none of them, means all; where
 * nothing is said, a new file is taken to: better too careful than too little.
 */
function typedFiles({ value }: Form, files: readonly Named[]): DraftFileTyped[] {
  const said = value("restricted");
  const ticked = ({ id }: Named) => value(`restricted-${id}`) === "yes";
  const anyTicked = files.some(ticked);
  const restrictedIn = (file: Named): boolean => {
    if (ticked(file)) return true;
    if (said === "yes") return !anyTicked || !file.row;
    return said === "no" ? false : (file.restricted ?? true);
  };
  return files.map((file) => ({
    id: file.id,
    title: value(`title-${file.id}`).replace(/\s+/g, " ").trim().slice(0, TITLE_LENGTH) || file.title,
    restricted: restrictedIn(file),
  }));
}

async function drop(desk: Desk, of: Inspection, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    await dropWaiting(desk, of, id).catch((error: unknown) => {
      // A colleague sent it: it waits for them.
      if (!(error instanceof NotFound)) throw error;
    });
  }
}

type Draft = AnswerDraftView | null;

async function save(desk: Desk, of: Inspection, number: number, form: Form, files: DraftFileTyped[]) {
  const { value } = form;
  const typed = {
    kind: value("kind"),
    message: value("message"),
    link: value("link"),
    document: value("document"),
    place: value("place"),
  };
  await saveAnswer(desk, of, number, { ...typed, version: form.number("version") ?? 0, files });
}

/**
 * Keeps what the form says as the draft. Throws `Invalid`, `Refused` and `Stale` as `saveAnswer` does, and `Invalid` where
 * `sending` is meant and nothing is said of the files; new files are in the draft even then.
 */
export async function keepAnswer(
  desk: Desk,
  of: Inspection,
  number: number,
  { form, sending }: { form: Form; sending: boolean },
): Promise<Draft> {
  demand(of, "request.answer");
  const draft = await findAnswerDraft(desk, of, number);
  const there: Named[] = (draft?.files ?? []).map((file) => ({ ...file, row: true }));
  const removed = there.filter(({ id }) => form.all("remove").includes(id));
  const { come, faults } = await arriveAll(desk, of, form);
  const fresh = [...(await uploaded(desk, of, form, there)), ...come];
  const files = typedFiles(form, [...there.filter((one) => !removed.includes(one)), ...fresh]);
  try {
    if (sending && files.length && !["yes", "no"].includes(form.value("restricted"))) {
      throw new Invalid({ restricted: UNSAID });
    }
    if (faults.length) throw new Invalid({ file: faults.join(" ") });
    await save(desk, of, number, form, files);
  } catch (error) {
    if (fresh.length && (error instanceof Invalid || error instanceof Stale)) {
      await keepFiles(
        desk,
        of,
        number,
        files.filter(({ id }) => fresh.some((one) => one.id === id)),
      );
    }
    throw error;
  }
  await drop(
    desk,
    of,
    removed.map(({ id }) => id),
  );
  return findAnswerDraft(desk, of, number);
}
