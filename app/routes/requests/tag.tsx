/** Where a request stands, as a tag: words and a colour that say the same. */
import { daysLeft, type Standing } from "#app/models/requests/request.ts";
import { weekday, dayAndMonth } from "#app/ui/dates.ts";

export type Tag = { tone: "wrong" | "soon" | "plain" | "good" | "inside"; words: string };

const others = {
  draft: { tone: "inside", words: "Draft" },
  answered: { tone: "good", words: "Answered" },
  returned: { tone: "soon", words: "Sent back" },
  accepted: { tone: "plain", words: "Accepted" },
  withdrawn: { tone: "plain", words: "Taken back" },
} as const satisfies Partial<Record<Standing, Tag>>;

/** "Overdue", "Due Friday", "Due 15 December". `today` and the due day are YYYY-MM-DD. */
export function tagOf({ standing, due }: { standing: Standing; due: string | null }, today: string): Tag {
  if (standing === "overdue") return { tone: "wrong", words: "Overdue" };
  if (standing !== "due" && standing !== "due-soon") return others[standing];
  if (due === null) return { tone: "plain", words: "No day set" };
  const left = daysLeft(due, today);
  if (left === 0) return { tone: "soon", words: "Due today" };
  if (left === 1) return { tone: "soon", words: "Due tomorrow" };
  return left < 7
    ? { tone: "soon", words: `Due ${weekday(due)}` }
    : { tone: "plain", words: `Due ${dayAndMonth(due)}` };
}

export const RequestTag = ({ tag: { tone, words } }: { tag: Tag }) => (
  <span className={`tag request-tag request-tag-${tone}`}>{words}</span>
);
