/** The text of a document: units one below the other, with what is cited, and what was looked for, marked in them. */
import { Link, useLocation, useNavigationType } from "@remix-run/react";
import { useEffect } from "react";

import { paths } from "#app/paths.ts";

import type { Part } from "./marked.ts";
import type { PassageView, ReaderView } from "./reader.server.ts";

type SheetsData = Pick<ReaderView, "code" | "sheet" | "passages" | "find" | "line">;

export function Sheets({ data, level = 2 }: { data: SheetsData; level?: 2 | 3 }) {
  const Heading = level === 2 ? "h2" : "h3";
  useMarkInSight();
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

/**
 * A step within the page does not load it anew, so the browser does not look for the place in the address itself. Where it
 * did load, it has looked already: to do so again would move the page under a hand that is about to press something.
 */
function useMarkInSight(): void {
  const { hash, key } = useLocation();
  const how = useNavigationType();
  useEffect(() => {
    if (how === "POP" || !hash) return;
    const place = document.getElementById(hash.slice(1));
    if (place?.closest(".sheet-text")) place.scrollIntoView({ block: "center" });
  }, [how, hash, key]);
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
