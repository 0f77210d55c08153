/** Documents, figures and contracts. */
import { type Kind, periodFault, periodFields } from "./kind.ts";

export const documents = {
  document: {
    title: "Document",
    about: "Any paper that is none of the kinds below.",
    file: "needed",
    voice: "processes",
    review: 12,
    fields: [{ name: "author", label: "Written by", hint: "A role or a body", type: "text" }],
  },
  minutes: {
    title: "Minutes",
    about: "What a meeting noted and decided.",
    file: "needed",
    voice: "processes",
    review: 12,
    fields: [
      { name: "body", label: "Which group met", type: "text" },
      { name: "attended", label: "Who was there", hint: "Roles or bodies, and who sent apologies", type: "long" },
    ],
  },
  strategy: {
    title: "Strategy or plan",
    about: "What is meant to be done, by when.",
    file: "needed",
    voice: "processes",
    review: 12,
    fields: [
      { name: "agreedBy", label: "Agreed by", type: "text" },
      { name: "agreedOn", label: "Agreed on", type: "day" },
      ...periodFields,
    ],
    check: (values) => periodFault(values),
  },
  performance: {
    title: "Performance return",
    about: "Figures for a period, against a target or an earlier period.",
    file: "needed",
    voice: "data",
    review: 4,
    fields: [
      { name: "measures", label: "What it measures", type: "long" },
      ...periodFields,
      { name: "source", label: "Where the figures come from", type: "text" },
    ],
    check: (values) => periodFault(values),
  },
  financial: {
    title: "Financial statement",
    about: "A budget, an outturn or a forecast.",
    file: "needed",
    voice: "data",
    review: 12,
    fields: [
      {
        name: "stage",
        label: "What the figures are",
        type: "choice",
        choices: [
          { value: "budget", title: "Budget" },
          { value: "forecast", title: "Forecast" },
          { value: "outturn", title: "Outturn" },
        ],
      },
      ...periodFields,
      { name: "amount", label: "Total amount", hint: "As it is printed, such as £6.3 million", type: "text" },
    ],
    check: (values) => periodFault(values),
  },
  contract: {
    title: "Contract or specification",
    about: "What a provider has to deliver, for what price.",
    file: "needed",
    voice: "processes",
    review: 12,
    fields: [
      { name: "provider", label: "Provider", type: "text" },
      { name: "service", label: "Service", type: "text" },
      ...periodFields,
      { name: "value", label: "Value", hint: "As it is printed, such as £430,000 a year", type: "text" },
    ],
    check: (values) => periodFault(values),
  },
} satisfies Record<string, Kind>;
