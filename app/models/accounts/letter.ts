/** Letters about accounts. They hold a link and nothing else: what there is to see is seen after signing in. */
import { lifetimeInWords, type LinkKind } from "./link.ts";

const openings = {
  invitation: {
    subject: "Your Throughline account",
    opening: "An administrator has made an account for you on Throughline.",
    asks: "Choose your password",
  },
  reset: {
    subject: "Choose a new Throughline password",
    opening: "Someone, probably you, asked for a new password for your Throughline account.",
    asks: "Choose a new password",
  },
} as const satisfies Partial<Record<LinkKind, { subject: string; opening: string; asks: string }>>;

/** The kinds of link that are sent to a person. */
export type SentKind = keyof typeof openings;

export function letterWith(kind: SentKind, link: string): { subject: string; text: string } {
  const { subject, opening, asks } = openings[kind];
  const text = [
    opening,
    `${asks} here. The link works once, for ${lifetimeInWords(kind)}:`,
    link,
    "If you did not expect this, leave it: without the link nothing changes. Do not pass it on.",
  ];
  return { subject, text: `${text.join("\n\n")}\n` };
}
