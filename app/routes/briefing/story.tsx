/** How the story changed since the opening deck: each point confirmed, changed, withdrawn, new, or not settled. */
import { Form, Link, useLoaderData } from "@remix-run/react";

import { reading } from "#app/desk.server.ts";
import { findStory } from "#app/models/briefing/stories.server.ts";
import { type Mark, markFacts, marks, type Told } from "#app/models/briefing/story.ts";
import { type WordChange, wordChanges } from "#app/models/briefing/word-change.ts";
import { kindFacts } from "#app/models/findings/finding.ts";
import { allowed, findInspection } from "#app/models/inspections/inspections.server.ts";
import { paths } from "#app/paths.ts";
import { Crumbs } from "#app/ui/crumbs.tsx";
import { longDate } from "#app/ui/dates.ts";
import { Pagination } from "#app/ui/pagination.tsx";
import styles from "#app/ui/styles/brought.css?url";
import { titled } from "#app/ui/titled.ts";

import { ChangedWords } from "./changed-words.tsx";

export const meta = titled("How the story changed", "Briefing");
export const links = () => [{ rel: "stylesheet", href: styles }];

const PER_PAGE = 40;

export const loader = reading(async ({ desk, params, url }) => {
  const inspection = await findInspection(desk, params.code ?? "", "deck.see-inside");
  const day = /^\d{4}-\d{2}-\d{2}$/.exec(url.searchParams.get("since") ?? "")?.[0];
  const { since, counts, told } = await findStory(desk, inspection, day && `${day}T00:00:00.000Z`);
  const show = marks.find((mark) => mark === url.searchParams.get("show")) ?? null;
  const fit = told.filter(({ mark }) => (show ? mark === show : mark !== "open"));
  const pages = Math.max(1, Math.ceil(fit.length / PER_PAGE));
  const page = Math.min(pages, Math.max(1, Number(url.searchParams.get("page")) || 1));
  return {
    ...{ code: inspection.code, since, day: day ?? since.slice(0, 10), given: day ?? "", counts, show, page, pages },
    mayConfirm: allowed(inspection, "finding.write"),
    told: fit.slice((page - 1) * PER_PAGE, page * PER_PAGE).map((one) => ({
      ...one,
      words: one.mark === "changed" ? wordChanges(one.before ?? "", one.text) : [],
    })),
  };
});

export default function Story() {
  const { code, since, day, given, counts, show, page, pages, told, mayConfirm } = useLoaderData<typeof loader>();
  const at = (more: { show?: Mark; page?: number }) => paths.story(code, { ...(given && { since: given }), ...more });
  return (
    <main id="main" className="wide page">
      <Crumbs steps={[[paths.briefing(code), "Briefing decks"]]} />
      <h1 className="h1">How the story changed</h1>
      <p className="lede">The points that stood on {longDate(since.slice(0, 10))}, and what became of them.</p>
      <Form method="get" className="story-since">
        <label htmlFor="since">Compare with the day</label>
        <input type="date" id="since" name="since" defaultValue={day} />
        <button className="btn btn-quiet btn-small" type="submit">
          Compare
        </button>
      </Form>
      <ul className="brought-tabs story-counts">
        <li>
          <Link to={at({})} aria-current={show === null ? "page" : undefined}>
            All that moved
          </Link>
        </li>
        {marks.map((mark) => (
          <li key={mark}>
            <Link to={at({ show: mark })} aria-current={show === mark ? "page" : undefined}>
              <b>{counts[mark]}</b> {markFacts(mark).title.toLowerCase()}
            </Link>
          </li>
        ))}
      </ul>
      {show && <p>{markFacts(show).meaning}</p>}
      {told.length === 0 && <p>Nothing yet. Confirm a point under “Not settled”, or change it on its line.</p>}
      <ol className="story">
        {told.map((one) => (
          <TellOne
            key={one.id}
            code={code}
            one={one}
            mayConfirm={mayConfirm}
            back={at({ ...(show && { show }), page })}
          />
        ))}
      </ol>
      <Pagination
        page={page}
        pages={pages}
        to={(each) => at({ ...(show && { show }), page: each })}
        label="Pages of points"
      />
    </main>
  );
}

type Shown = Told & { mark: Mark; line: string; words: WordChange[] };

function TellOne({ code, one, mayConfirm, back }: { code: string; one: Shown; mayConfirm: boolean; back: string }) {
  const { id, ref, line, kind, text, mark, words, reason, evidence, confirmed, version } = one;
  const stands = mark !== "withdrawn";
  return (
    <li className={`brought-point brought-${kind}`} id={`finding-${id}`}>
      <p className="story-head">
        <span className={`tag story-${mark}`}>{markFacts(mark).title}</span>{" "}
        {mark !== "confirmed" && confirmed && <span className="tag story-confirmed">Confirmed</span>}{" "}
        <Link to={stands ? paths.line(code, ref, {}, id) : paths.line(code, ref)}>
          {ref} {line}
        </Link>
        , {kindFacts(kind).one}
      </p>
      {words.length ? <ChangedWords of={words} /> : <p>{text}</p>}
      {reason && <p className="muted">Withdrawn because: {reason}</p>}
      {evidence.length > 0 && (
        <p className="small">
          Evidence since:{" "}
          {evidence.map((each, at) => (
            <span key={each.id}>
              {at > 0 && ", "}
              <Link to={paths.evidenceItem(code, each.id)}>
                E{each.number} {each.title}
              </Link>
            </span>
          ))}
        </p>
      )}
      {mayConfirm && stands && (
        <Form method="post" action={paths.findingConfirmation(code, id)}>
          <input type="hidden" name="version" value={version} />
          <input type="hidden" name="confirmed" value={confirmed ? "0" : "1"} />
          <input type="hidden" name="back" value={back} />
          <button className="btn btn-quiet btn-small" type="submit">
            {confirmed ? "Take the confirmation back" : "Confirm"}
            <span className="vh">: {text}</span>
          </button>
        </Form>
      )}
    </li>
  );
}
