/** Passages that look relevant to a finding: one key, or one button, cites one of them. */
import { Link, useLoaderData } from "@remix-run/react";
import type { MetaFunction } from "@remix-run/node";
import { createElement } from "react";

import { reading } from "#app/desk.server.ts";
import { findFinding, listFindings } from "#app/models/findings/findings.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { findLine } from "#app/models/inspections/lines.server.ts";
import { paths } from "#app/paths.ts";
import { NotFound } from "#app/platform/failure.ts";
import { Crumbs } from "#app/ui/crumbs.tsx";
import { useNonce } from "#app/ui/nonce.ts";
import styles from "#app/ui/styles/search.css?url";

import { loadSuggested } from "../lines/suggested.server.ts";
import { SuggestedPassages } from "../lines/suggested.tsx";

export const links = () => [{ rel: "stylesheet", href: styles }];

export const loader = reading(async ({ desk, params }) => {
  const inspection = await findInspection(desk, params.code ?? "", "finding.write");
  const { id, ref } = await findFinding(desk, inspection, params.id ?? "");
  const line = await findLine(desk, inspection, ref);
  const suggested = await loadSuggested(desk, inspection, line, await listFindings(desk, inspection, line.id), id);
  if (!suggested) throw new NotFound();
  return { ...suggested, inspection: inspection.title, line: line.title };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  {
    title: data ? `Passages for ${data.finding.name} of ${data.ref} – ${data.inspection} – Throughline` : "Throughline",
  },
];

export default function Suggestions() {
  const data = useLoaderData<typeof loader>();
  const { code, ref, line, inspection, finding, passages, others } = data;
  return (
    <main id="main" className="wide page suggestions">
      <Crumbs
        steps={[
          [paths.inspection(code), inspection],
          [paths.line(code, ref, {}, finding.id), `${ref} ${line}`],
        ]}
      />
      <h1 className="h1">Passages that look relevant</h1>
      <div className={`suggest-finding hit-of-${finding.kind}`}>
        <span className="hit-name">{finding.name}</span>
        <p>{finding.text}</p>
      </div>
      {createElement(
        "number-keys",
        null,
        <>
          <p className="suggest-keys">
            Found by the words of the finding and of its line, in the evidence of this inspection.
            {passages.length > 0 && <span data-hint />}
          </p>
          <SuggestedPassages data={data} level={2} />
        </>,
      )}
      <NextOnes code={code} others={others} />
      <Keys />
    </main>
  );
}

function NextOnes({ code, others }: { code: string; others: { id: string; name: string }[] }) {
  if (!others.length) return null;
  return (
    <p>
      Also without a citation on this line:{" "}
      {others.map(({ id, name }, at) => (
        <span key={id}>
          {at > 0 && ", "}
          <Link to={paths.findingSuggestions(code, id)}>{name}</Link>
        </span>
      ))}
    </p>
  );
}

const Keys = () => <script type="module" src="/number-keys.js" nonce={useNonce()} suppressHydrationWarning />;
