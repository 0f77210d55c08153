import type { CitationState } from "#app/models/findings/finding.ts";
import { Warning } from "#app/ui/signs.tsx";

/** What to know of a citation whose words are no longer as they were; nothing where all is well. */
export function StateNote({ state }: { state: CitationState | null }) {
  if (state === "near") return <p className="cite-state">The newest version says this in slightly other words.</p>;
  if (state !== "lost") return null;
  return (
    <p className="cite-state cite-lost">
      <Warning />
      <b>Check this citation.</b> These words are not in the newest version.
    </p>
  );
}
