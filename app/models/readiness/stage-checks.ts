/** What must be so before an inspection can go on to a stage: each check says what stands in the way, by name. */
import type { ratedSubjects } from "#app/models/ratings/rating.ts";
import { type Stage, stages } from "#app/models/inspections/stage.ts";

/** What the checks look at, gathered in one moment. */
export type Gathered = {
  /** Strengths and weaknesses without a citation. An area to explore is a question, and needs none. */
  uncited: { id: string; ref: string; name: string; text: string }[];
  /** Ratings without a reason: of a line ("1.3"), a theme or a judgement. */
  unreasoned: { subject: (typeof ratedSubjects)[number]; ref: string; by: string | null }[];
  /** Themes that nobody has signed off. */
  unsigned: { number: number; title: string }[];
  /** Judgements that have no moderated rating. */
  unjudged: { number: number; title: string }[];
  /** Areas to explore that nobody follows: see `isOrphaned`. */
  orphaned: { id: string; ref: string; name: string; text: string }[];
  /** Comments that nobody has resolved. */
  comments: { id: string; subject: string; text: string }[];
};

/** One thing in the way, and where it is mended. */
export type Obstacle = {
  words: string;
  at:
    { kind: "finding"; id: string; ref: string } | { kind: "line" | "theme" | "judgement" | "moderation"; ref: string };
};

type Check = {
  /** The first stage that it keeps the inspection from. It keeps it from all that follow, too. */
  before: Stage;
  title(count: number): string;
  obstacles(of: Gathered): Obstacle[];
};

const have = (count: number, one: string, many: string) =>
  count === 1 ? `One ${one} has` : `${count.toLocaleString("en-GB")} ${many} have`;
const are = (count: number, one: string, many: string) =>
  count === 1 ? `One ${one} is` : `${count.toLocaleString("en-GB")} ${many} are`;

/** Every check, in the order in which they are told. Another condition is another entry. */
const checks = {
  uncited: {
    before: "moderation",
    title: (count) => `${have(count, "strength or weakness", "strengths and weaknesses")} no citation`,
    obstacles: ({ uncited }) =>
      uncited.map(({ id, ref, name, text }) => ({ words: `${ref} ${name} ${text}`, at: { kind: "finding", id, ref } })),
  },
  unreasoned: {
    before: "moderation",
    title: (count) => `${have(count, "rating", "ratings")} no reason`,
    obstacles: ({ unreasoned }) =>
      unreasoned.map(({ subject, ref, by }) => ({
        words: `${subject === "line" ? "Line" : subject === "theme" ? "Theme" : "Judgement"} ${ref}${by ? `, rated by ${by}` : ""}`,
        at: { kind: subject, ref },
      })),
  },
  unsigned: {
    before: "shared",
    title: (count) => `${are(count, "theme", "themes")} not signed off`,
    obstacles: ({ unsigned }) =>
      unsigned.map(({ number, title }) => ({
        words: `${number} ${title}`,
        at: { kind: "moderation", ref: String(number) },
      })),
  },
  unjudged: {
    before: "shared",
    title: (count) => `${have(count, "judgement", "judgements")} no moderated rating`,
    obstacles: ({ unjudged }) =>
      unjudged.map(({ number, title }) => ({
        words: `Judgement ${number}: ${title}`,
        at: { kind: "moderation", ref: "" },
      })),
  },
  orphaned: {
    before: "published",
    title: (count) => `${are(count, "area to explore", "areas to explore")} followed by nobody`,
    obstacles: ({ orphaned }) =>
      orphaned.map(({ id, ref, name, text }) => ({
        words: `${ref} ${name} ${text}`,
        at: { kind: "finding", id, ref },
      })),
  },
  discussed: {
    before: "published",
    title: (count) => `${are(count, "comment", "comments")} not resolved`,
    obstacles: ({ comments }) =>
      comments.map(({ subject, text }) => {
        const [kind = "", ref = ""] = subject.split(":");
        const theme = ref.split(".")[0] ?? ref;
        return {
          words: `${kind === "line" ? "Line" : "Theme"} ${ref}: ${text}`,
          at: { kind: "moderation", ref: theme },
        };
      }),
  },
} as const satisfies Record<string, Check>;

export type Block = { check: keyof typeof checks; title: string; obstacles: Obstacle[] };

/** What keeps the inspection from `stage`: nothing, where it may go there. */
export function blocksBefore(stage: Stage, of: Gathered): Block[] {
  const all = Object.entries(checks) as [Block["check"], Check][];
  return all
    .filter(([, { before }]) => stages.indexOf(stage) >= stages.indexOf(before))
    .map(([check, { title, obstacles }]) => ({ check, obstacles: obstacles(of), title }))
    .filter(({ obstacles }) => obstacles.length > 0)
    .map((block) => ({ ...block, title: block.title(block.obstacles.length) }));
}

const SHOWN = 5;

/** What stands in the way in one sentence: the first few things by name. */
export function blockSentence({ title, obstacles }: Block): string {
  const short = ({ words }: Obstacle) => (words.length > 60 ? `${words.slice(0, 59).trimEnd()}…` : words);
  const named = obstacles.slice(0, SHOWN).map(short).join("; ");
  const rest = obstacles.length - SHOWN;
  return `${title}: ${named}${rest > 0 ? `; and ${rest} more` : ""}.`;
}
