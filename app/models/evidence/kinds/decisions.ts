/** Decisions, and what they rest on. The fields are those of published decision and consultation records of councils. */
import { type Kind, type OwnValues, periodFault, yesNo } from "./kind.ts";

const many = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`;

/** "6 appendices cited, 0 attached", where some are missing. */
const attachments = ({ cited = "0", attached = "0" }: OwnValues): string[] =>
  Number(attached) < Number(cited)
    ? [`${many(Number(cited), "appendix", "appendices")} cited, ${attached} attached. Ask for what is missing.`]
    : [];

/** A method that reaches only people who are online leaves others out. Source: co-production principle, “accessible”. */
const onlineOnly = ({ method = "" }: OwnValues): string[] =>
  /\bonline\b/i.test(method) && !/post|paper|telephone|phone|meeting|in person|event|visit/i.test(method)
    ? ["It was held online only, so people who are not online had no say."]
    : [];

export const decisions = {
  decision: {
    title: "Decision record",
    about: "What was decided, by whom and why.",
    file: "needed",
    voice: "processes",
    review: null,
    fields: [
      { name: "maker", label: "Decision maker", hint: "A role or a body", type: "text" },
      {
        name: "status",
        label: "Decision status",
        hint: "As it is printed, such as “Recommendations approved”",
        type: "text",
      },
      { name: "key", label: "Is it a key decision?", type: "choice", choices: yesNo },
      { name: "reasonKey", label: "Why it is a key decision", type: "text" },
      { name: "purpose", label: "Purpose", type: "long" },
      { name: "resolutions", label: "What was decided", hint: "One resolution on each line", type: "long" },
      { name: "areas", label: "Areas affected", type: "text" },
      { name: "decidedOn", label: "Date of decision", type: "day" },
      { name: "effectiveFrom", label: "Effective from", hint: "After the time for call-in", type: "day" },
      { name: "cited", label: "Accompanying documents that it cites", hint: "How many", type: "number" },
      { name: "attached", label: "Of these, how many are attached", type: "number" },
    ],
    check: ({ decidedOn = "", effectiveFrom = "", key = "", reasonKey = "", cited = "", attached = "" }) => ({
      ...(decidedOn && effectiveFrom && effectiveFrom < decidedOn
        ? { effectiveFrom: "It cannot take effect before the date of the decision" }
        : {}),
      ...(key === "no" && reasonKey ? { key: "Choose “Yes”, or take away why it is a key decision" } : {}),
      ...(Number(attached) > Number(cited) ? { attached: "No more can be attached than it cites" } : {}),
    }),
    remarks: attachments,
  },
  consultation: {
    title: "Consultation",
    about: "What people were asked, what they said and what was done about it.",
    file: "needed",
    voice: "people",
    review: 24,
    fields: [
      { name: "subject", label: "Subject", type: "text" },
      { name: "purpose", label: "Purpose", type: "long" },
      { name: "commissionedBy", label: "Commissioned by", type: "text" },
      { name: "undertakenBy", label: "Undertaken by", type: "text" },
      { name: "area", label: "Geographic area", type: "text" },
      {
        name: "method",
        label: "Method, and whom it could reach",
        hint: "Such as “Questionnaire, online and by post”",
        type: "text",
      },
      { name: "with", label: "Consultation with", type: "long" },
      { name: "from", label: "Opened on", type: "day" },
      { name: "to", label: "Closed on", type: "day" },
      { name: "respondents", label: "Respondents", hint: "How many", type: "number" },
      {
        name: "answers",
        label: "You said, we did",
        hint: "One on each line: what people said | what was done",
        type: "rows",
        columns: ["You said", "We did"],
      },
    ],
    check: (values) => periodFault(values, "It cannot have closed before it opened"),
    remarks: onlineOnly,
  },
  options: {
    title: "Options appraisal",
    about: "What could have been done, and why one way was chosen.",
    file: "needed",
    voice: "processes",
    review: null,
    fields: [
      { name: "question", label: "Question", type: "text" },
      {
        name: "options",
        label: "Options",
        hint: "One on each line, those that were turned down too: option | what was said of it",
        type: "rows",
        columns: ["Option", "What was said of it"],
      },
      { name: "criteria", label: "Criteria", hint: "One on each line", type: "long" },
      { name: "chosen", label: "Option that was chosen", type: "text" },
      { name: "reason", label: "Why it was chosen", type: "long" },
      { name: "decidedBy", label: "Decided by", type: "text" },
      { name: "decidedOn", label: "Decided on", type: "day" },
    ],
  },
} satisfies Record<string, Kind>;
