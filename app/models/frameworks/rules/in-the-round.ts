/**
 * Judged in the round: people weigh all the evidence, and nothing is added up.
 * Source: CQC, draft assessment frameworks of March 2026, which judge key questions in the round and score nothing.
 */
import { z } from "zod";

import { type Kind, ruleHead, ruledSubjects } from "./rule.ts";

export const inTheRound = z.strictObject({
  ...ruleHead,
  kind: z.literal("in-the-round"),
  of: z.enum(ruledSubjects),
  judgement: z.number().int().positive().optional(),
});

const WORDS = "Judged in the round, across all the evidence: nothing is added up and nothing is averaged.";

export const inTheRoundKind: Kind<z.infer<typeof inTheRound>> = {
  inputs: () => [],
  compute: () => ({ level: null, label: null, missing: [], steps: [WORDS] }),
  words: () => [WORDS],
  faults: ({ judgement }, { judgements }) =>
    judgement === undefined || judgements.some(({ number }) => number === judgement)
      ? []
      : [{ path: ["judgement"], message: `judgement ${judgement} is not in this file` }],
};
