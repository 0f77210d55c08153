/** Passages that look relevant to a finding, each with a button that cites it: in the workspace and on a page of their own. */
import { Form, Link } from "@remix-run/react";

import { paths } from "#app/paths.ts";
import { Marked } from "#app/ui/marked.tsx";
import { Paper } from "#app/ui/signs.tsx";

import type { SuggestedView } from "./suggested.server.ts";

type Props = { data: SuggestedView; /** The level of its headings. */ level: 2 | 3 };

export function SuggestedPassages({ data, level }: Props) {
  const { passages, finding } = data;
  if (!passages.length) return <NoneFound data={data} />;
  return (
    <ol className="suggest-list" aria-label={`Passages for ${finding.name}`}>
      {passages.map((passage, at) => (
        <Passage
          key={`${passage.file} ${passage.seq} ${passage.start}`}
          data={data}
          passage={passage}
          at={at}
          level={level}
        />
      ))}
    </ol>
  );
}

type PassageProps = Props & { passage: SuggestedView["passages"][number]; at: number };

function Passage({ data: { code, ref, finding }, passage, at, level }: PassageProps) {
  const { evidence, file, seq, start, place, before, parts, after } = passage;
  const Heading = `h${level}` as const;
  return (
    <li className="suggestion">
      <Heading className="suggestion-source">
        <Paper />
        <span>
          <Link to={paths.evidenceText(code, evidence.id, { file, part: seq, at: start, line: ref })}>
            {evidence.title}
          </Link>
          <span className="suggestion-place">, {place}</span>
        </span>
      </Heading>
      <blockquote>
        <Marked parts={parts} />
      </blockquote>
      {before.length + after.length > 0 && (
        <details>
          <summary>
            Around it
            <span className="vh">
              {" "}
              in {evidence.title}, {place}
            </span>
          </summary>
          <p className="suggestion-around">
            <Marked parts={before} />
            <b>
              <Marked parts={parts} />
            </b>
            <Marked parts={after} />
          </p>
        </details>
      )}
      <CiteIt code={code} finding={finding} passage={passage} number={at + 1} />
    </li>
  );
}

type CiteProps = { code: string; finding: SuggestedView["finding"]; passage: PassageProps["passage"]; number: number };

function CiteIt({ code, finding, passage, number }: CiteProps) {
  const { evidence, place, quote, file, seq, start, end } = passage;
  const fields = { evidence: evidence.id, locator: place, quote, file, seq, start, end };
  return (
    <Form method="post" action={paths.findingCitations(code, finding.id)} className="actions">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button className="btn btn-small" type="submit" data-key={number}>
        Cite this passage
        <span className="vh">
          {" "}
          for {finding.name}: {evidence.title}, {place}
        </span>
      </button>
    </Form>
  );
}

function NoneFound({ data: { code, finding } }: { data: SuggestedView }) {
  return (
    <div className="blank">
      <p className="lede">No passage looks relevant to {finding.name}.</p>
      <p>Its words stand in no text of the evidence. Search for other words, or ask the council for a document.</p>
      <Link className="btn btn-quiet" to={paths.evidence(code)}>
        Search the evidence
      </Link>
    </div>
  );
}
