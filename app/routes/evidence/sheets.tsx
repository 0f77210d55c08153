/** The text of a document: units one below the other, with what is cited, and what was looked for, marked in them. */
import { Link } from "@remix-run/react";
import { useEffect } from "react";

import { paths } from "#app/paths.ts";

import type { Part } from "./marked.ts";
import type { PassageView, ReaderView } from "./reader.server.ts";
import { readerPath, type View } from "./reader-head.tsx";

type SheetsData = Pick<ReaderView, "code" | "sheet" | "passages" | "find" | "line">;

export function Sheets({ data, level = 2 }: { data: SheetsData; level?: 2 | 3 }) {
  const Heading = level === 2 ? "h2" : "h3";
  useMarkInSight(data.sheet);
  return (
    <>
      {data.sheet.sheets.map(({ part, label, start, parts }) => (
        <section key={`${part} ${start}`} className="sheet" aria-labelledby={`unit-${part}`}>
          <Heading id={`unit-${part}`} className="sheet-label">
            {label}
          </Heading>
          <div className="sheet-text" data-part={part} data-start={start}>
            {parts.map((one, at) => (
              <Stretch key={at} part={one} data={data} />
            ))}
          </div>
        </section>
      ))}
    </>
  );
}

/** Going on to another page does not load it anew, so the browser does not look for the place in the address itself. */
function useMarkInSight(sheet: SheetsData["sheet"]): void {
  useEffect(() => {
    const place = location.hash.slice(1);
    if (place) document.getElementById(place)?.scrollIntoView({ block: "center" });
  }, [sheet]);
}

function Stretch({ part: { text, ids, begins, ends }, data }: { part: Part; data: SheetsData }) {
  const cites = data.passages.filter(({ id }) => ids.includes(id));
  const found = ids.some((id) => id.startsWith("found-"));
  const [first] = cites;
  if (!first && !found) return text;
  const shown = data.find !== null && ids.includes(data.find.id ?? "");
  const tone = first ? `m m-${first.kind}` : "";
  return (
    <>
      {shown && begins.includes(data.find?.id ?? "") && <span id="hit" />}
      {cites
        .filter(({ id }) => begins.includes(id))
        .map(({ id }) => (
          <span key={id} id={`c-${id}`} className="m-place" />
        ))}
      <mark className={[tone, found && "m-found", shown && "m-shown"].filter(Boolean).join(" ")}>
        <Spoken cites={cites} at={begins} word="Start" />
        {text}
        <Spoken cites={cites} at={ends} word="End" />
      </mark>
      {cites
        .filter(({ id }) => ends.includes(id))
        .map((cite) => (
          <CitedBy key={cite.id} cite={cite} data={data} />
        ))}
    </>
  );
}

/** For those who hear the page: where a passage begins and ends. It is no part of the text. */
function Spoken({ cites, at, word }: { cites: PassageView[]; at: string[]; word: "Start" | "End" }) {
  const said = cites.filter(({ id }) => at.includes(id)).map(({ name, ref }) => `${name} of line ${ref}`);
  if (!said.length) return null;
  return (
    <span className="vh" data-extra="">
      {` ${word} of passage ${said.join(", ")}. `}
    </span>
  );
}

const CitedBy = ({
  cite: { name, ref, kind, finding },
  data: { code, line },
}: {
  cite: PassageView;
  data: SheetsData;
}) => (
  <Link className={`m-by m-by-${kind}`} data-extra="" to={paths.line(code, ref, {}, finding)}>
    <span className="vh">Go to </span>
    {ref !== line && `${ref} `}
    {name}
    {ref === line && <span className="vh"> of this line</span>}
  </Link>
);

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

/** What the reader should know of the file before trusting its text. */
export function FileNotes({ data }: { data: ReaderView }) {
  const { code, id, file, status, words, warnings, origin } = data;
  return (
    <>
      {file.old && (
        <div className="notice notice-warn">
          <p>
            <b>This is version {file.revision}.</b> Version {file.newest} has taken its place.{" "}
            <Link to={paths.evidenceText(code, id)}>Read the newest version</Link>
          </p>
        </div>
      )}
      {status === null && (
        <p className="notice">The text of this file has not been read yet. Open this page again in a minute.</p>
      )}
      {words && (
        <div className="notice notice-warn">
          <p>{words.meaning}</p>
          {words.remedy && <p>{words.remedy}</p>}
        </div>
      )}
      {origin === "typed" && <p className="notice">This text was typed by a person. Check it against the file.</p>}
      {origin === "recognised" && (
        <p className="notice">This text was recognised in a picture. Check it against the file.</p>
      )}
      {warnings.length > 0 && (
        <details className="reader-warnings">
          <summary>What was left out of the text</summary>
          <ul>
            {warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
