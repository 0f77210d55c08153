/** Which findings cite what of the pages that are shown. */
import { Link } from "@remix-run/react";

import { paths } from "#app/paths.ts";

import { StateNote } from "./citation-state.tsx";
import type { PassageView, ReaderView } from "./reader.server.ts";

export function PassageList({ data }: { data: ReaderView }) {
  const { passages, sheet, citedInAll, code, id } = data;
  const labels = sheet.sheets.map(({ label }) => label);
  const where = labels.length === 1 && labels[0] ? ` on ${labels[0]}` : labels.length ? " here" : "";
  return (
    <section className="reader-box" aria-labelledby="passages">
      <h2 id="passages" className="h3">
        Passages{where}
      </h2>
      {passages.length === 0 && (
        <p className="muted">
          {citedInAll ? "Nothing is cited of these pages." : "Nothing is cited of this document yet."}
        </p>
      )}
      <ul className="passages">
        {passages.map((one) => (
          <Passage key={one.id} one={one} code={code} />
        ))}
      </ul>
      {citedInAll > passages.length && (
        <p>
          <Link to={`${paths.evidenceItem(code, id)}#citing`}>
            All {citedInAll} passages cited<span className="vh"> of this document</span>
          </Link>
        </p>
      )}
    </section>
  );
}

function Passage({ one, code }: { one: PassageView; code: string }) {
  const { id, finding, kind, name, about, by, ref, quote, state } = one;
  return (
    <li className={`passage passage-${kind}`}>
      <Link className="passage-name" to={paths.line(code, ref, {}, finding)}>
        <span className="vh">Finding </span>
        {name}
        <span className="vh"> of line {ref}</span>
      </Link>
      <div>
        {quote && (
          <a className="passage-quote" href={`#c-${id}`}>
            “{shortened(quote)}”
          </a>
        )}
        <p className="passage-about">{about}</p>
        <p className="muted">
          {ref}
          {by && `, ${by}`}
        </p>
        <StateNote state={state} />
      </div>
    </li>
  );
}

const shortened = (quote: string) => (quote.length <= 160 ? quote : `${quote.slice(0, 157).trimEnd()}…`);
