/** The names of what the record holds by reference, taken from the framework: the same for everyone who may read it. */
import type { Names } from "#app/models/audit/activity.ts";
import { findingCalled, findingKinds } from "#app/models/findings/finding.ts";
import type { Framework } from "#app/models/frameworks/framework.ts";
import { ratedSubjects } from "#app/models/ratings/rating.ts";

import { ratedAs } from "./readiness.ts";

export function namesOf(framework: Framework): Names {
  const all = framework.judgements.flatMap((judgement) => judgement.themes);
  const themes = new Map(all.map(({ number, title }) => [String(number), title]));
  const lines = new Map(all.flatMap((theme) => theme.lines).map(({ ref, label }) => [ref, label]));
  return {
    line: (ref) => lines.get(ref) ?? null,
    theme: (ref) => themes.get(ref) ?? null,
    level(named, ref, value) {
      const subject = ratedSubjects.find((one) => one === named);
      return (subject && value !== null && ratedAs(framework, subject, ref, value)?.label) || null;
    },
    finding({ kind: named, place }) {
      const kind = findingKinds.find((one) => one === named);
      return kind ? findingCalled(kind, place) : null;
    },
  };
}
