/** Passages that look relevant to a finding, as the workspace and a page of their own show them. */
import type { FindingView } from "#app/models/findings/findings.server.ts";
import { allowed, type Inspection } from "#app/models/inspections/inspections.server.ts";
import { suggestPassages } from "#app/models/search/suggestions.server.ts";
import type { Desk } from "#app/platform/desk.ts";

type On = { ref: string };

/** Findings that call for a citation and have none. */
export const uncitedOf = (findings: FindingView[]): FindingView[] =>
  findings.filter(({ kind, citations }) => kind !== "area" && citations.length === 0);

/**
 * What is suggested for the finding that was asked for, else for the first of the line that is not cited yet; null for
 * those who do not cite, and where there is none.
 */
export async function loadSuggested(
  desk: Desk,
  of: Inspection,
  line: On,
  findings: FindingView[],
  asked: string | undefined,
) {
  if (!allowed(of, "finding.write")) return null;
  const uncited = uncitedOf(findings);
  const finding = findings.find(({ id }) => id === asked) ?? uncited[0];
  if (!finding) return null;
  const { id, kind, name, text } = finding;
  return {
    code: of.code,
    ref: line.ref,
    finding: { id, kind, name, text },
    passages: await suggestPassages(desk, of, id),
    others: uncited.filter((other) => other.id !== id).map((other) => ({ id: other.id, name: other.name })),
  };
}

export type SuggestedView = NonNullable<Awaited<ReturnType<typeof loadSuggested>>>;
