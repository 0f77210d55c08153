/** The text of a file, page by page, with what findings quote from it. */
import { Link, useLoaderData } from "@remix-run/react";

import { reading } from "#app/desk.server.ts";
import { anchor } from "#app/models/evidence/text/locate.ts";
import { extractionWords } from "#app/models/evidence/text/extraction.ts";
import { findEvidence } from "#app/models/evidence/library.server.ts";
import { findText, findUnit } from "#app/models/evidence/text/texts.server.ts";
import { listCiting } from "#app/models/findings/cited.server.ts";
import { allowed, findInspection, type Inspection } from "#app/models/inspections/inspections.server.ts";
import { paths } from "#app/paths.ts";
import type { Desk } from "#app/platform/desk.ts";
import { NotFound } from "#app/platform/failure.ts";
import styles from "#app/ui/styles/evidence.css?url";

import { type Mark, marked } from "./marked.ts";
import { textMeta } from "./item-page.tsx";

export const links = () => [{ rel: "stylesheet", href: styles }];
export const meta = textMeta;

export const loader = reading(async ({ desk, params, url }) => {
  const inspection = await findInspection(desk, params.code ?? "", "evidence.see");
  const { id, ref, title, files } = await findEvidence(desk, inspection, params.id ?? "");
  const asked = url.searchParams.get("file");
  const file = asked ? files.find((one) => one.id === asked) : files[0];
  if (!file) throw new NotFound();
  const { status, units } = await findText(desk, inspection, file.id);
  const at = units.findIndex(({ seq }) => seq === Number(url.searchParams.get("part") ?? units[0]?.seq));
  const unit = units[at];
  if (units.length && !unit) throw new NotFound();
  const text = unit ? await findUnit(desk, inspection, file.id, unit.seq) : "";
  const step = (to: (typeof units)[number] | undefined) => to && { label: to.label, part: to.seq };
  return {
    code: inspection.code,
    inspection: inspection.title,
    id,
    ref,
    title,
    file: { id: file.id, name: file.name },
    words: status && (units.length === 0 || status !== "ok") ? extractionWords(status) : null,
    waits: status === null,
    label: unit?.label ?? null,
    place: `${at + 1} of ${units.length}`,
    before: step(units[at - 1]),
    next: step(units[at + 1]),
    units: units.map(({ seq, label }) => ({ part: seq, label })),
    parts: marked(text, await quotations(desk, inspection, id, text)),
  };
});

/** Where findings quote this text; the council is not told. */
async function quotations(desk: Desk, of: Inspection, id: string, text: string): Promise<Mark[]> {
  if (!allowed(of, "evidence.see-inspectorate")) return [];
  const citing = await listCiting(desk, of, id);
  return citing.flatMap(({ name, ref, quote }) => {
    const place = quote ? anchor(text, quote) : null;
    return place ? [{ start: place.start, end: place.end, name, ref }] : [];
  });
}

export default function EvidenceText() {
  const data = useLoaderData<typeof loader>();
  const { code, id, ref, title, file, words, waits } = data;
  return (
    <main id="main" className="wide page">
      <nav aria-label="Breadcrumb">
        <ol className="crumbs">
          <li>
            <Link to={paths.evidence(code)}>Evidence</Link>
          </li>
          <li>
            <Link to={paths.evidenceItem(code, id)}>
              {ref} {title}
            </Link>
          </li>
        </ol>
      </nav>
      <h1 className="h1">Text of {file.name}</h1>
      {waits && (
        <p className="notice">The text of this file has not been read yet. Open this page again in a minute.</p>
      )}
      {words && (
        <div className="notice notice-warn">
          <p>{words.meaning}</p>
          {words.remedy && <p>{words.remedy}</p>}
        </div>
      )}
      {data.label !== null && <Sheet data={data} />}
    </main>
  );
}

type Data = ReturnType<typeof useLoaderData<typeof loader>>;

function Sheet({ data: { code, id, file, label, place, before, next, units, parts } }: { data: Data }) {
  const to = (part: number) => paths.evidenceText(code, id, { file: file.id, part });
  return (
    <>
      <nav className="actions" aria-label="Parts of the file">
        {before && (
          <Link className="btn btn-quiet btn-small" to={to(before.part)}>
            <span aria-hidden="true">←</span> {before.label}
          </Link>
        )}
        <h2 className="h3">
          {label} <span className="muted small">({place})</span>
        </h2>
        {next && (
          <Link className="btn btn-quiet btn-small" to={to(next.part)}>
            {next.label} <span aria-hidden="true">→</span>
          </Link>
        )}
      </nav>
      <div className="sheet">
        {parts.map(({ text, by }, at) =>
          by.length ? (
            <mark key={at}>
              <span className="vh">Start of what is quoted: </span>
              {text}
              {by.map(({ name, ref: line }) => (
                <Link key={`${line} ${name}`} className="quoted-by" to={paths.line(code, line)}>
                  {line} {name}
                </Link>
              ))}
            </mark>
          ) : (
            text
          ),
        )}
      </div>
      {units.length > 2 && (
        <details>
          <summary>All {units.length} parts</summary>
          <ol className="unit-list">
            {units.map((unit) => (
              <li key={unit.part}>
                <Link to={to(unit.part)}>{unit.label}</Link>
              </li>
            ))}
          </ol>
        </details>
      )}
    </>
  );
}
