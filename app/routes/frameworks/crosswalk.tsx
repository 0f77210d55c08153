/** Two frameworks side by side: which lines ask about the same things, how strongly, and why. */
import type { LinksFunction, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";

import { reading } from "#app/desk.server.ts";
import { pairsBetween, relationInWords, strengthInWords } from "#app/models/frameworks/crosswalk.ts";
import { findEditionBySlug } from "#app/models/frameworks/editions.server.ts";
import type { Framework } from "#app/models/frameworks/framework.ts";
import { paths } from "#app/paths.ts";
import { NotFound } from "#app/platform/failure.ts";
import { Crumbs } from "#app/ui/crumbs.tsx";
import { LinkStrength } from "#app/ui/link-strength.tsx";
import styles from "#app/ui/styles/framework.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.from.title} beside ${data.other.title} – Frameworks – Throughline` : "Throughline" },
];

const named = ({ slug, title, edition }: Framework) => ({ slug, title, edition });

/** Every line of a framework with its title, under its theme. */
const linesOf = ({ judgements }: Framework) =>
  judgements.flatMap(({ themes }) =>
    themes.map(({ number, title, lines }) => ({
      number,
      title,
      lines: lines.map(({ ref, title: of }) => ({ ref, title: of })),
    })),
  );

export const loader = reading(async ({ desk, params }) => {
  const from = await findEditionBySlug(desk, params.slug ?? "");
  const other = await findEditionBySlug(desk, params.other ?? "");
  if (from.slug === other.slug) throw new NotFound();
  const titles = new Map(linesOf(other).flatMap(({ lines }) => lines.map(({ ref, title }) => [ref, title])));
  const pairs = pairsBetween(from, other);
  const source = [...(from.crosswalks ?? []), ...(other.crosswalks ?? [])].find(
    ({ to }) => to === other.slug || to === from.slug,
  )?.source;
  const themes = linesOf(from).map((theme) => ({
    ...theme,
    lines: theme.lines.map((line) => ({
      ...line,
      pairs: pairs
        .filter(({ ref }) => ref === line.ref)
        .map(({ to, relation, strength, reason }) => ({
          to,
          title: titles.get(to) ?? "",
          relation: relationInWords(relation),
          strength,
          word: strengthInWords(strength),
          reason,
        })),
    })),
  }));
  const alone = themes.flatMap(({ lines }) => lines).filter((line) => !line.pairs.length).length;
  return { from: named(from), other: named(other), source: source ?? null, themes, count: pairs.length, alone };
});

type Data = Awaited<ReturnType<typeof loader>>;

export default function Crosswalk() {
  const { from, other, source, themes, count, alone } = useLoaderData<typeof loader>() as Data;
  return (
    <main id="main" className="wide page">
      <Crumbs
        steps={[
          [paths.frameworks(), "Frameworks"],
          [paths.framework(from.slug), from.title],
        ]}
      />
      <h1 className="h1">
        {from.title} beside {other.title}
      </h1>
      <p className="lede">
        {count === 0
          ? "Nobody has set these two side by side yet."
          : `${count} pairs of lines ask about the same things.`}{" "}
        {count > 0 && alone > 0 && `${alone === 1 ? "1 line" : `${alone} lines`} of the first have no counterpart.`}
      </p>
      {source && <p className="small muted">{source}</p>}
      <p>
        <Link to={paths.crosswalk(other.slug, from.slug)}>Read it from the side of {other.title}</Link>
      </p>
      {count > 0 && (
        <div className="table-box" tabIndex={0} role="region" aria-label="Crosswalk">
          <table className="crosswalk">
            <caption className="vh">
              Lines of {from.title} with their counterparts in {other.title}
            </caption>
            <thead>
              <tr>
                <th scope="col">{from.title}</th>
                <th scope="col">{other.title}</th>
                <th scope="col">Strength</th>
                <th scope="col">Why</th>
              </tr>
            </thead>
            {themes.map((theme) => (
              <Theme key={theme.number} theme={theme} />
            ))}
          </table>
        </div>
      )}
    </main>
  );
}

function Theme({ theme: { number, title, lines } }: { theme: Data["themes"][number] }) {
  return (
    <tbody>
      <tr className="crosswalk-theme">
        <th scope="rowgroup" colSpan={4}>
          {number} {title}
        </th>
      </tr>
      {lines.map((line) => {
        const own = (
          <th scope="row" rowSpan={Math.max(1, line.pairs.length)}>
            <span className="ref">{line.ref}</span> {line.title}
          </th>
        );
        if (!line.pairs.length) {
          return (
            <tr key={line.ref}>
              {own}
              <td colSpan={3} className="muted">
                No counterpart
              </td>
            </tr>
          );
        }
        return line.pairs.map(({ to, title: other, relation, strength, word, reason }, at) => (
          <tr key={to}>
            {at === 0 && own}
            <td>
              <span className="ref">{to}</span> {other}
            </td>
            <td className="crosswalk-strength">
              <LinkStrength strength={strength} word={word} />
              <span className="seen-reason">{relation}</span>
            </td>
            <td>{reason}</td>
          </tr>
        ));
      })}
    </tbody>
  );
}
