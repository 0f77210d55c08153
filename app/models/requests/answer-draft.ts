/** An answer as its form sends it, and as it can be kept. */
import { type AnswerKind, answerKinds } from "./request.ts";

export type TypedAnswer = {
  kind: string;
  message: string;
  link: string;
  /** The id of a piece of evidence that the council has sent. */
  document: string;
  place: string;
};

export type AnswerDraft = {
  kind: AnswerKind;
  message: string;
  link: string | null;
  document: string | null;
  place: string | null;
};

/** The longest message to inspectors, in characters. */
export const MESSAGE_LENGTH = 600;
const PLACE_LENGTH = 100;
const LINK_LENGTH = 500;

function webAddress(typed: string): string | null {
  const url = URL.canParse(typed) ? new URL(typed) : null;
  return url && /^https?:$/.test(url.protocol) && !url.username ? url.href : null;
}

/** The draft, or a message for each field that cannot be taken. What a kind does not ask for is left out. */
export function readAnswer(
  typed: TypedAnswer,
): { draft: AnswerDraft; errors: null } | { draft: null; errors: Record<string, string> } {
  const kind = answerKinds.find((one) => one === (typed.kind || "files"));
  const [message, place] = [typed.message.trim(), typed.place.replace(/\s+/g, " ").trim()];
  const link = kind === "public" ? webAddress(typed.link.trim()) : null;
  const document = kind === "part-of" ? typed.document : "";
  const errors: Record<string, string> = {};
  if (!kind) errors.kind = "Choose how you answer";
  if (message.length > MESSAGE_LENGTH) {
    errors.message = `The message must be ${MESSAGE_LENGTH} characters or fewer. It has ${message.length}.`;
  }
  if (kind === "not-held" && !message) errors.message = "Enter why you do not hold it, in a sentence";
  if (kind === "public" && (!link || link.length > LINK_LENGTH)) {
    errors.link = "Enter the whole address of the page, beginning with https://";
  }
  if (kind === "part-of" && !document) errors.document = "Choose the document that holds it";
  if (kind === "part-of" && !place) errors.place = "Enter where in it, such as page 12";
  if (place.length > PLACE_LENGTH) errors.place = `The place must be ${PLACE_LENGTH} characters or fewer`;
  if (!kind || Object.keys(errors).length) return { draft: null, errors };
  const where = kind === "part-of" ? place : null;
  return { draft: { kind, message, link, document: document || null, place: where }, errors: null };
}
