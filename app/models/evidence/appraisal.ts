/** What inspectors make of a piece of evidence: five questions of its quality, and who is to read it. */

/** Source: the test of evidence for appraisal of practice: current, reliable, usable, relevant, sufficient. */
export const qualityQuestions = ["current", "reliable", "usable", "relevant", "sufficient"] as const;
export type QualityQuestion = (typeof qualityQuestions)[number];

const asks = {
  current: { title: "Current", question: "Does it still speak of how things are?" },
  reliable: { title: "Reliable", question: "Can what it says be trusted?" },
  usable: { title: "Usable", question: "Can it be read, quoted and checked?" },
  relevant: { title: "Relevant", question: "Does it speak to a line of enquiry?" },
  sufficient: { title: "Sufficient", question: "Is it enough, or does it need something beside it?" },
} as const satisfies Record<QualityQuestion, { title: string; question: string }>;

export const qualityWords = (of: QualityQuestion): { title: string; question: string } => asks[of];

/** Not judged is no answer at all. */
export const qualityAnswers = ["yes", "partly", "no"] as const;
export type QualityAnswer = (typeof qualityAnswers)[number];

const answers = { yes: "Yes", partly: "Partly", no: "No" } as const satisfies Record<QualityAnswer, string>;

export const answerTitle = (answer: QualityAnswer): string => answers[answer];

export type Judged = { answer: QualityAnswer | null; why: string };
export type Quality = Record<QualityQuestion, Judged>;

const whyName = (question: QualityQuestion) => `${question}-why`;

/** Reads the answers out of what is kept, or out of a form: both hold "current" and "current-why". */
export function qualityIn(get: (name: string) => string | undefined): Quality {
  const judged = (question: QualityQuestion): Judged => ({
    answer: qualityAnswers.find((one) => one === get(question)) ?? null,
    why: (get(whyName(question)) ?? "").replace(/\s+/g, " ").trim(),
  });
  return Object.fromEntries(qualityQuestions.map((one) => [one, judged(one)])) as Quality;
}

/** As it is kept: what was not answered is not there. */
export function qualityKept(quality: Quality): Record<string, string> {
  const pairs = qualityQuestions.flatMap((question): [string, string][] => {
    const { answer, why } = quality[question];
    return [
      ...(answer ? [[question, answer] as [string, string]] : []),
      ...(why ? [[whyName(question), why] as [string, string]] : []),
    ];
  });
  return Object.fromEntries(pairs);
}

export const qualityField = (question: QualityQuestion) => ({ answer: question as string, why: whyName(question) });
