/** One search over all that the reader may see. */
import { Form, useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";

import { reading } from "#app/desk.server.ts";
import { MOST } from "#app/models/search/most.ts";
import { readSearchQuery, type Thing } from "#app/models/search/query.ts";
import { pagesOf, searchEverything } from "#app/models/search/search.server.ts";
import { paths } from "#app/paths.ts";
import { NotFound } from "#app/platform/failure.ts";
import { Link } from "#app/ui/link.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import styles from "#app/ui/styles/search.css?url";
import { titled } from "#app/ui/titled.ts";

import { EvidenceHits, FindingHits, LineHits, PassageHits } from "./hits.tsx";

export const meta = titled("Search");
export const links = () => [{ rel: "stylesheet", href: styles }];

export const loader = reading(async ({ desk, url }) => {
  const query = readSearchQuery(url.searchParams);
  const found = await searchEverything(desk, query);
  if (!found) throw new NotFound();
  const one = query.what ? found.groups[query.what] : undefined;
  return { query, ...found, pages: one ? pagesOf(one.count) : 1 };
});

export type Search = ReturnType<typeof useLoaderData<typeof loader>>;

const titles = {
  findings: { title: "Findings", searched: "findings" },
  lines: { title: "Lines of enquiry", searched: "lines of enquiry with their guidance" },
  evidence: { title: "Titles of evidence", searched: "titles of evidence" },
  passages: { title: "Text of evidence", searched: "the text of evidence" },
} as const satisfies Record<Thing, { title: string; searched: string }>;

const listed = (words: string[]) =>
  words.length < 2 ? words.join() : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;

/** Nobody reads further than so far, so nothing is counted further. */
const many = (count: number) =>
  count > MOST ? `more than ${MOST.toLocaleString("en-GB")}` : count.toLocaleString("en-GB");

export default function SearchPage() {
  const data = useLoaderData<typeof loader>();
  const { query, things, groups, inspections } = data;
  const found = Object.values(groups).some((group) => group && group.count > 0);
  return (
    <main id="main" className="wide page search">
      <h1 className="h1">Search</h1>
      <SearchForm data={data} />
      {!inspections.length && <p>You take part in no inspection yet, so there is nothing to search.</p>}
      {query.q && inspections.length > 0 && !found && <Nothing data={data} />}
      {found && (
        <>
          <Searched data={data} />
          {things.map((thing) => (
            <Group key={thing} thing={thing} data={data} />
          ))}
        </>
      )}
    </main>
  );
}

function SearchForm({ data: { query, inspections } }: { data: Search }) {
  return (
    <Form method="get" action={paths.search()} role="search" aria-label="Everything" className="search-form">
      <div className="field search-words">
        <label htmlFor="q">Words, a figure or a “phrase in quotation marks”</label>
        <input id="q" name="q" type="search" autoComplete="off" defaultValue={query.q} key={query.q} />
      </div>
      {inspections.length > 1 && (
        <div className="field">
          <label htmlFor="in">In</label>
          <select id="in" name="in" defaultValue={query.in ?? ""} key={query.in}>
            <option value="">All your inspections</option>
            {inspections.map(({ code, title }) => (
              <option key={code} value={code}>
                {title}
              </option>
            ))}
          </select>
        </div>
      )}
      <button className="btn" type="submit">
        Search
      </button>
    </Form>
  );
}

const where = ({ query, inspections }: Search) =>
  query.in === undefined && inspections.length > 1
    ? "all your inspections"
    : (inspections.find(({ code }) => code === query.in) ?? inspections[0])?.title;

function Searched({ data }: { data: Search }) {
  const { things } = data;
  return (
    <p className="muted">
      Searched {listed(things.map((thing) => titles[thing].searched))} in {where(data)}.
    </p>
  );
}

function Nothing({ data }: { data: Search }) {
  return (
    <div className="blank" role="status">
      <p className="lede">Nothing found for “{data.query.q}”.</p>
      <Searched data={data} />
      <p>
        Use fewer words, check how they are written, or search for a word by how it begins, such as eligib*. Text in
        pictures and scans cannot be searched until someone types it.
      </p>
    </div>
  );
}

/** The first few of a kind with a link to the rest, or one page of it. */
function Group({ thing, data }: { thing: Thing; data: Search }) {
  const { query, groups, pages, inspections } = data;
  const group = groups[thing];
  if (!group?.count) return null;
  const rest = group.count > group.rows.length && !query.what;
  const several = inspections.length > 1 && query.in === undefined;
  return (
    <section className="search-group" aria-labelledby={thing}>
      <div className="search-group-head">
        <h2 id={thing} className="h2">
          {titles[thing].title} <span className="search-many">{many(group.count)}</span>
        </h2>
        {query.what && <Link to={paths.search({ q: query.q, in: query.in })}>Back to all that was found</Link>}
      </div>
      <Hits thing={thing} data={data} several={several} />
      {rest && (
        <p>
          <Link to={paths.search({ ...query, what: thing })}>
            See {group.count > MOST ? "more" : `all ${many(group.count)}`}
            <span className="vh"> under {titles[thing].title}</span>
          </Link>
        </p>
      )}
      {query.what && (
        <Pagination
          page={query.page ?? 1}
          pages={pages}
          label={`Pages of ${titles[thing].searched}`}
          to={(page) => paths.search({ ...query, page: page > 1 ? page : undefined })}
        />
      )}
    </section>
  );
}

function Hits({
  thing,
  data: { groups, query },
  several,
}: {
  thing: Thing;
  data: Search;
  several: boolean;
}): ReactNode {
  switch (thing) {
    case "findings":
      return <FindingHits rows={groups.findings?.rows ?? []} several={several} />;
    case "lines":
      return <LineHits rows={groups.lines?.rows ?? []} several={several} />;
    case "evidence":
      return <EvidenceHits rows={groups.evidence?.rows ?? []} several={several} />;
    case "passages":
      return <PassageHits rows={groups.passages?.rows ?? []} several={several} q={query.q} />;
  }
}
