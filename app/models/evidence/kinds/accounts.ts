/** What people said, and what was seen. */
import type { Kind, OwnField, OwnValues } from "./kind.ts";

const when = { name: "when", label: "When", type: "day" } as const satisfies OwnField;
const where = { name: "where", label: "Where", type: "text" } as const satisfies OwnField;

/** How words may be given as someone's. */
const attribution = {
  name: "attribution",
  label: "How it may be quoted",
  type: "choice",
  choices: [
    { value: "role", title: "With the role" },
    { value: "none", title: "Without saying who" },
    { value: "not", title: "Not to be quoted" },
  ],
} as const satisfies OwnField;

/** Words that may not be quoted stand first among what the reader should know. */
const quoting = ({ attribution: how = "" }: OwnValues): string[] =>
  how === "not" ? ["These words are not to be quoted."] : [];

export const accounts = {
  interview: {
    title: "Interview note",
    about: "What one person told an interviewer.",
    file: "typed",
    voice: "staff",
    review: null,
    fields: [
      { name: "who", label: "Who was interviewed", hint: "A role, not a name", type: "text" },
      when,
      where,
      attribution,
    ],
    remarks: quoting,
  },
  "focus-group": {
    title: "Focus group",
    about: "What a group of people said together.",
    file: "typed",
    voice: "people",
    review: null,
    fields: [
      { name: "who", label: "Who took part", hint: "Roles or groups, not names", type: "text" },
      { name: "people", label: "How many people", type: "number" },
      when,
      where,
      attribution,
    ],
    remarks: quoting,
  },
  observation: {
    title: "Observation",
    about: "What someone saw for themselves.",
    file: "typed",
    voice: "observation",
    review: null,
    fields: [
      { name: "who", label: "Who observed", hint: "A role", type: "text" },
      { name: "what", label: "What was observed", hint: "Such as a meeting, a visit or a call", type: "text" },
      when,
      where,
    ],
  },
  quotation: {
    title: "Quotation",
    about: "Words that someone said or wrote, as they said them.",
    file: "typed",
    voice: "people",
    review: null,
    fields: [
      { name: "who", label: "Who said it", hint: "A role, not a name", type: "text", required: true },
      when,
      {
        name: "consent",
        label: "Have they agreed to be quoted?",
        type: "choice",
        choices: [
          { value: "yes", title: "Yes" },
          { value: "no", title: "No" },
          { value: "not-asked", title: "Not asked yet" },
        ],
      },
    ],
    remarks: ({ consent = "" }: OwnValues) =>
      consent === "yes" ? [] : ["Nobody has agreed yet that these words are quoted."],
  },
  photograph: {
    title: "Photograph",
    about: "A picture of a place or a thing.",
    file: "needed",
    voice: "observation",
    review: null,
    fields: [
      {
        name: "shows",
        label: "What it shows",
        hint: "For people who cannot see it: what matters in it, in a sentence or two",
        type: "long",
        required: true,
      },
      where,
      when,
    ],
  },
  email: {
    title: "E-mail",
    about: "A message, with the files that came with it.",
    file: "needed",
    voice: "processes",
    review: null,
    fields: [
      { name: "from", label: "From", hint: "A role or a body", type: "text" },
      { name: "to", label: "To", hint: "Roles or bodies", type: "text" },
      { name: "sentOn", label: "Sent on", type: "day" },
    ],
  },
  link: {
    title: "Web link",
    about: "A page on the web. Only its address is kept: a page that changes or goes is not here.",
    file: "none",
    voice: "processes",
    review: 6,
    fields: [
      { name: "address", label: "Address", hint: "It begins with https://", type: "address", required: true },
      { name: "seenOn", label: "Last looked at on", type: "day" },
      { name: "says", label: "What it says", hint: "The part that matters, in your own words", type: "long" },
    ],
  },
} satisfies Record<string, Kind>;
