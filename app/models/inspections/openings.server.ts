/** A lead inspector opens an inspection. */
import { z } from "zod";

import { ensureOrganisation } from "#app/models/accounts/users.server.ts";
import { listEditions } from "#app/models/frameworks/editions.server.ts";
import type { Desk } from "#app/platform/desk.ts";
import { Invalid, NotFound } from "#app/platform/failure.ts";

import { addInspection } from "./inspections.server.ts";

/** As the form sends it. */
export type TypedInspection = Record<"title" | "code" | "kind" | "council" | "framework" | "date", string>;

const CODE_LENGTH = 40;
/** Words of addresses that stand where a code does. */
const RESERVED = ["new"];

/** Throws `NotFound` unless the person may open inspections. */
export function demandOpening(desk: Desk): void {
  if (desk.user?.role !== "lead") throw new NotFound();
}

function whyNotCode(code: string): string | null {
  if (!code) return "Enter a code, such as leicester-2007";
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(code)) {
    return "The code must hold only lowercase letters, digits and single hyphens, such as leicester-2007";
  }
  if (code.length > CODE_LENGTH) return `The code must be ${CODE_LENGTH} characters or fewer`;
  return RESERVED.includes(code) ? `Choose another code: “${code}” means something else here` : null;
}

function whyNotWords(words: string, missing: string): string | null {
  if (!words) return missing;
  return words.length > 200 ? "Use 200 characters or fewer" : null;
}

/**
 * Opens an inspection led by the person who asks. Throws `Invalid` with a message for each part that cannot be taken.
 * Returns its code.
 */
export async function startInspection(desk: Desk, typed: TypedInspection): Promise<string> {
  demandOpening(desk);
  const tidy = (words: string) => words.replace(/\s+/g, " ").trim();
  const [title, code, kind, council] = [typed.title, typed.code, typed.kind, typed.council].map(tidy) as [
    string,
    string,
    string,
    string,
  ];
  const edition = (await listEditions(desk)).find(({ id }) => id === typed.framework);
  const faults = {
    title: whyNotWords(title, "Enter a title"),
    code: whyNotCode(code),
    kind: whyNotWords(kind, "Enter what the briefing is, such as Initial briefing"),
    council: whyNotWords(council, "Enter the name of the council"),
    framework: edition ? null : "Choose a framework",
    date: z.iso.date().safeParse(typed.date).success ? null : "Enter the day of the briefing",
  };
  const errors = Object.fromEntries(Object.entries(faults).filter(([, why]) => why !== null)) as Record<string, string>;
  if (!edition || Object.keys(errors).length) throw new Invalid(errors);
  const organisation = await ensureOrganisation(desk, council, "council");
  await addInspection(desk, { title, code, kind, council: organisation, edition: edition.id, date: typed.date });
  return code;
}
