/** The head of the reader: what is read, words to find in it, a page to go to, and how it is shown. */
import { Form, Link } from "@remix-run/react";

import { paths } from "#app/paths.ts";
import { Crumbs } from "#app/ui/crumbs.tsx";

import { readerPath, type View } from "./reader-path.ts";
import type { ReaderView } from "./reader.server.ts";

type Props = { data: ReaderView; view: View };

export function ReaderHead({ data, view }: Props) {
  const { code, id, ref, title, file, line } = data;
  return (
    <div className="reader-head">
      <div className="wide reader-head-in">
        <div className="reader-title">
          <Crumbs
            steps={[
              [paths.evidence(code), "Evidence"],
              [paths.evidenceItem(code, id), ref],
              ...(line ? [[paths.line(code, line), `Back to line ${line}`] as const] : []),
            ]}
          />
          <h1 className="h2">{title}</h1>
        </div>
        <div className="reader-tools">
          <FindForm data={data} view={view} />
          <Unit data={data} view={view} />
          {file.preview && <Views data={data} view={view} />}
          <a className="btn btn-quiet btn-small" href={paths.evidenceFile(code, id, file.id)} download>
            Download<span className="vh"> {file.name}</span>
          </a>
        </div>
      </div>
    </div>
  );
}

/** What a form of the reader sends beside what was typed. */
const Kept = ({ data: { file, line } }: { data: ReaderView }) => (
  <>
    <input type="hidden" name="file" value={file.id} />
    {line && <input type="hidden" name="line" value={line} />}
  </>
);

const action = ({ code, id }: ReaderView, view: View) =>
  view === "text" ? paths.evidenceText(code, id) : paths.evidencePages(code, id);

function FindForm({ data, view }: Props) {
  const { find } = data;
  const step = (by: number) => find && ((find.hit - 1 + by + find.count) % find.count) + 1;
  const to = (hit: number | null) => `${readerPath(data, view, { find: find?.words ?? "", hit: hit ?? 1 })}#hit`;
  return (
    <Form method="get" action={action(data, view)} className="reader-find" role="search" aria-label="In this document">
      <Kept data={data} />
      <label htmlFor="find">Find</label>
      <input id="find" name="find" type="search" autoComplete="off" defaultValue={find?.words} />
      <button className="btn btn-quiet btn-small" type="submit">
        Find<span className="vh"> in this document</span>
      </button>
      {find && (
        <span className="reader-hits">
          <span role="status">{find.count ? `${find.hit} of ${find.count}` : "Not found"}</span>
          {find.count > 1 && (
            <>
              <Link className="step" to={to(step(-1))} aria-label="Previous place">
                <span aria-hidden="true">‹</span>
              </Link>
              <Link className="step" to={to(step(1))} aria-label="Next place">
                <span aria-hidden="true">›</span>
              </Link>
            </>
          )}
        </span>
      )}
    </Form>
  );
}

const numbered = /^(?:page|slide) \d+$/;
const MOST_CHOICES = 400;

/** Goes to a page by its number, or to a section by its name. */
function Unit({ data, view }: Props) {
  const { units, here } = data.sheet;
  if (units.length < 2 || units.length > MOST_CHOICES) return null;
  const kind = units.every(({ label }) => numbered.test(label)) ? (units[0]?.kind ?? "page") : "part";
  return (
    <Form method="get" action={action(data, view)} className="reader-goto" key={here}>
      <Kept data={data} />
      <label htmlFor="goto">{kind === "slide" ? "Slide" : kind === "page" ? "Page" : "Part"}</label>
      <select id="goto" name="part" defaultValue={units[here]?.part}>
        {units.map(({ part, label }) => (
          <option key={part} value={part}>
            {kind === "part" ? label.slice(0, 60) : label.replace(/^\D+/, "")}
          </option>
        ))}
      </select>
      <button className="btn btn-quiet btn-small" type="submit">
        Go
      </button>
      <span className="muted">of {units.length}</span>
    </Form>
  );
}

function Views({ data, view }: Props) {
  const { sheet, find } = data;
  const at = { part: sheet.sheets[0]?.part, find: find?.words, hit: find?.hit || undefined };
  const link = (to: View, words: string) => (
    <Link to={readerPath(data, to, at)} aria-current={view === to ? "true" : undefined}>
      {words}
    </Link>
  );
  return (
    <nav className="reader-views" aria-label="View">
      {link("pages", data.file.preview === "image" ? "Picture" : "Page")}
      {link("text", "Text")}
    </nav>
  );
}
