/** Evidence beside the findings of a line: a document to read and to cite from, and what is cited already. */
import { Link } from "@remix-run/react";

import { paths, type WorkspaceView } from "#app/paths.ts";
import { later } from "#app/ui/later.tsx";
import { Paper } from "#app/ui/signs.tsx";

import { Linker } from "../evidence/linker.tsx";
import { Sheets } from "../evidence/sheets.tsx";
import type { PanelView } from "./evidence-panel.server.ts";
import type { Workspace } from "./workspace.server.ts";

const SuggestedPanel = later("SuggestedPanel", () => import("./suggested-panel.tsx").then((it) => it.SuggestedPanel));

export function EvidencePanel({ data }: { data: Workspace }) {
  const { panel } = data;
  if (!panel) return <LinkedBox data={data} />;
  return (
    <section className="box panel" id="evidence" aria-labelledby="evidence-title">
      <div className="panel-head">
        <h2 id="evidence-title" className="h3">
          Evidence
        </h2>
        <nav className="tabs" aria-label="Evidence">
          <Tab data={data} panel="reader" words="Reader" />
          <Tab data={data} panel="linked" words="Linked" count={data.linked.length} />
          {data.mayWrite && <Tab data={data} panel="suggested" words="Suggested" />}
        </nav>
      </div>
      {panel.panel === "linked" && <LinkedList data={data} />}
      {panel.panel === "suggested" && <SuggestedPanel data={data} />}
      {panel.panel === "reader" && <Reader data={data} panel={panel} />}
    </section>
  );
}

type TabProps = { data: Workspace; panel: NonNullable<WorkspaceView["panel"]>; words: string; count?: number };

export function Tab({ data, panel, words, count }: TabProps) {
  return (
    <Link
      to={paths.line(data.code, data.ref, { panel }, "evidence")}
      aria-current={data.panel?.panel === panel ? "true" : undefined}
      preventScrollReset
    >
      {words}
      {count !== undefined && <b>{count}</b>}
    </Link>
  );
}

function Reader({ data, panel: { reader, documents } }: { data: Workspace; panel: PanelView }) {
  if (!reader) {
    return (
      <div className="panel-body">
        <p className="muted">Nothing on this line cites a document yet.</p>
        <p>
          <Link to={paths.evidence(data.code)}>Choose a document to read</Link>
        </p>
      </div>
    );
  }
  const { code, ref } = data;
  const to = (doc: string, place: { part?: number; at?: number } = {}) =>
    paths.line(code, ref, { panel: "reader", doc, ...place }, "evidence");
  const step = (document: { id: string; title: string } | null, sign: string, words: string) =>
    document && (
      <Link className="step" to={to(document.id)} preventScrollReset title={document.title}>
        <span aria-hidden="true">{sign}</span>
        <span className="vh">
          {words}: {document.title}
        </span>
      </Link>
    );
  return (
    <div className="panel-body">
      <div className="panel-doc">
        <p>
          <Paper />
          <Link to={reader.open}>{reader.title}</Link>
        </p>
        <p className="panel-steps">
          {step(documents.before, "‹", "Document before")}
          <span>
            {documents.at} of {documents.count}
          </span>
          {step(documents.next, "›", "Next document")}
        </p>
      </div>
      <Linker data={reader}>
        <Sheets data={reader} level={3} />
      </Linker>
      {reader.sheet.sheets.length === 0 && <p className="muted">There is no text to read here. Open the document.</p>}
      <Pages reader={reader} to={to} />
    </div>
  );
}

type PagesProps = {
  reader: NonNullable<PanelView["reader"]>;
  to: (doc: string, place: { part: number; at: number }) => string;
};

/** The pages before and behind those that are shown. */
function Pages({ reader: { id, sheet }, to }: PagesProps) {
  const { before, next } = sheet;
  if (!before && !next) return null;
  return (
    <nav className="panel-pages" aria-label="Pages of the document">
      {before && (
        <Link to={to(id, before)} preventScrollReset>
          <span aria-hidden="true">←</span> {before.label}
        </Link>
      )}
      {next && (
        <Link className="panel-next" to={to(id, next)} preventScrollReset>
          {next.label} <span aria-hidden="true">→</span>
        </Link>
      )}
    </nav>
  );
}

function LinkedBox({ data }: { data: Workspace }) {
  return (
    <section className="box" id="evidence" aria-labelledby="evidence-title">
      <div className="box-head">
        <h2 id="evidence-title" className="h3">
          Evidence linked here
        </h2>
        <Link to={paths.evidence(data.code)}>All evidence</Link>
      </div>
      <LinkedList data={data} />
    </section>
  );
}

function LinkedList({ data: { code, ref, linked, panel } }: { data: Workspace }) {
  return (
    <>
      {linked.length === 0 && <p className="muted">Nothing on this line cites evidence yet.</p>}
      <ul className="linked">
        {linked.map(({ id, number, title, withdrawn, by }) => (
          <li key={id}>
            <Paper />
            <span>
              {panel ? (
                <Link to={paths.line(code, ref, { panel: "reader", doc: id }, "evidence")} preventScrollReset>
                  {title}
                </Link>
              ) : (
                <Link to={paths.evidenceItem(code, id)}>{title}</Link>
              )}
              <span className="linked-by">
                <Link to={paths.evidenceItem(code, id)}>E{number}</Link>, cited by {by.join(", ")}
                {withdrawn && ". Withdrawn"}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
