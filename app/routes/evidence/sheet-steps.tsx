import { Link } from "@remix-run/react";

import { readerPath, type View } from "./reader-path.ts";
import type { ReaderView } from "./reader.server.ts";

/** The stretch before this one and the one behind it. */
export function SheetSteps({ data, view }: { data: ReaderView; view: View }) {
  const { before, next } = data.sheet;
  if (!before && !next) return null;
  return (
    <nav className="reader-steps" aria-label="Before and behind">
      {before && (
        <Link
          className="btn btn-quiet btn-small"
          to={readerPath(data, view, { part: before.part, at: before.at || undefined })}
        >
          <span aria-hidden="true">←</span> {before.label}
        </Link>
      )}
      {next && (
        <Link
          className="btn btn-quiet btn-small reader-next"
          to={readerPath(data, view, { part: next.part, at: next.at || undefined })}
        >
          {next.label} <span aria-hidden="true">→</span>
        </Link>
      )}
    </nav>
  );
}
