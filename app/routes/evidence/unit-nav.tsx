/** The pages of a document, as links, with a dot where a passage is cited. */
import { Link } from "@remix-run/react";
import { useEffect, useRef } from "react";

import { PageThumbnail } from "./page-thumbnail.tsx";
import { readerPath, type View } from "./reader-path.ts";
import type { ReaderView } from "./reader.server.ts";

/** So many stand on either side of the one that is read. */
const AROUND = 20;

export function UnitNav({ data, view }: { data: ReaderView; view: View }) {
  const { units, here, sheets } = data.sheet;
  const nav = useRef<HTMLElement>(null);
  useEffect(() => showCurrent(nav.current), [here]);
  if (units.length < 2) return null;
  const from = Math.max(0, here - AROUND);
  const shown = units.slice(from, here + AROUND + 1);
  const current = new Set(sheets.map(({ part }) => part));
  return (
    <nav className="reader-units" ref={nav} aria-label="Parts of the document">
      <ol start={from + 1}>
        {shown.map(({ part, label }) => (
          <li key={part}>
            <Link
              to={readerPath(data, view, { part })}
              aria-current={current.has(part) ? "true" : undefined}
              preventScrollReset={view === "pages"}
            >
              {view === "pages" && data.file.preview === "pdf" && <PageThumbnail data={data} part={part} />}
              <span className="reader-unit">{label}</span>
              <Cited count={data.cited[part]} />
            </Link>
          </li>
        ))}
      </ol>
      {shown.length < units.length && (
        <p className="muted small">
          {from + 1} to {from + shown.length} of {units.length}
        </p>
      )}
    </nav>
  );
}

/** Brings the page that is read into sight among the others, and moves nothing else. */
function showCurrent(nav: HTMLElement | null): void {
  const current = nav?.querySelector<HTMLElement>("[aria-current]");
  if (!nav || !current) return;
  const [frame, box] = [nav.getBoundingClientRect(), current.getBoundingClientRect()];
  if (box.top < frame.top || box.bottom > frame.bottom) nav.scrollTop += box.top - frame.top - frame.height / 3;
  if (box.left < frame.left || box.right > frame.right) nav.scrollLeft += box.left - frame.left - frame.width / 3;
}

function Cited({ count }: { count: number | undefined }) {
  if (!count) return null;
  return (
    <span className="reader-dot">
      <span className="vh">, {count === 1 ? "1 passage" : `${count} passages`} cited</span>
    </span>
  );
}
