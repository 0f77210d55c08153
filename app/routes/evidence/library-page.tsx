/** The page of the list: what narrows it beside it, what was found, and what can be done with what is ticked. */
import { Form } from "@remix-run/react";
import { createElement } from "react";

import { paths } from "#app/paths.ts";
import type { FormState } from "#app/platform/answer.ts";
import { DropAnywhere } from "#app/ui/drop-anywhere.tsx";
import { ErrorSummary } from "#app/ui/form.tsx";
import { Link } from "#app/ui/link.tsx";
import { useNonce } from "#app/ui/nonce.ts";
import { Pagination } from "#app/ui/pagination.tsx";

import { Chosen, FilterPanel, SearchForm } from "./filter.tsx";
import type { Library } from "./library.server.ts";
import { SavedViews } from "./saved-views.tsx";
import { SelectionBar, selectionIds } from "./selection-bar.tsx";
import { EvidenceTable } from "./table.tsx";

type Props = { data: Library; failed?: { form: "selection" | "view"; state: FormState | undefined } };

export function LibraryPage({ data, failed }: Props) {
  const { code, all, inspector, mayAdd, rows } = data;
  const selection: Record<string, string> = { ...selectionIds, id: `pick-${rows[0]?.id ?? ""}` };
  return (
    <main id="main" className="wide page">
      <ErrorSummary failed={failed?.state} ids={failed?.form === "view" ? { name: "view-name" } : selection} />
      <div className="title-row">
        <h1 className="h1">Evidence</h1>
        {mayAdd && all > 0 && <AddButtons code={code} />}
      </div>
      {!inspector && (
        <p className="lede">What your council has sent. What inspectors add themselves is not shown to the council.</p>
      )}
      <Notices data={data} />
      {all === 0 && !data.chosen.length ? (
        <NoneYet code={code} mayAdd={mayAdd} />
      ) : (
        createElement(
          "filter-form",
          { class: "library" },
          <>
            <SearchForm data={data} />
            <SavedViews data={data} failed={failed?.form === "view" ? failed.state : undefined} />
            <FilterPanel data={data} />
            <Found data={data} failed={failed?.form === "selection" ? failed.state : undefined} />
          </>,
        )
      )}
      {mayAdd && <DropAnywhere code={code} />}
      <Scripts />
    </main>
  );
}

function Found({ data, failed }: { data: Library; failed: FormState | undefined }) {
  const { code, query, total, page, pages, marks } = data;
  const table = (
    <>
      <EvidenceTable data={data} ticked={failed?.typed.id?.split(" ") ?? []} />
      {marks.length > 0 && <SelectionBar data={data} failed={failed} />}
    </>
  );
  return (
    <section className="library-found" id="results" aria-labelledby="found">
      <div className="library-head">
        <h2 id="found" className="h3">
          <span role="status">
            {total === 1 ? "1 item" : `${total} items`}
            {pages > 1 && `, page ${page} of ${pages}`}
          </span>
        </h2>
        <Chosen data={data} />
        <a className="btn btn-quiet btn-small to-filters" href="#filters">
          Filter
        </a>
      </div>
      {total > 0 ? createElement("pick-rows", null, table) : <NothingFound code={code} />}
      <div className="library-foot">
        <Pagination
          page={page}
          pages={pages}
          label="Pages of evidence"
          to={(to) => paths.evidence(code, { ...query, page: to > 1 ? to : undefined })}
        />
        {total > 0 && (
          <a href={paths.evidenceListFile(code, { ...query, page: undefined })} download>
            Download this list as CSV
          </a>
        )}
      </div>
    </section>
  );
}

const NothingFound = ({ code }: { code: string }) => (
  <div className="blank">
    <p className="lede">Nothing matches what you asked for.</p>
    <p>Take a filter away, use fewer words, or search for a word by how it begins, such as eligib*.</p>
    <Link className="btn btn-quiet" to={paths.evidence(code)}>
      Show all evidence
    </Link>
  </div>
);

function Scripts() {
  const nonce = useNonce();
  return (
    <>
      <script type="module" src="/filter-form.js" nonce={nonce} suppressHydrationWarning />
      <script type="module" src="/pick-rows.js" nonce={nonce} suppressHydrationWarning />
    </>
  );
}

const AddButtons = ({ code }: { code: string }) => (
  <div className="actions">
    <Link className="btn btn-quiet" to={paths.evidenceNew(code)}>
      Add without a file
    </Link>
    <Link className="btn" to={paths.evidenceUpload(code)}>
      Upload files
    </Link>
  </div>
);

function Notices({ data: { code, query, added, marked } }: { data: Library }) {
  return (
    <>
      {added.length > 0 && (
        <div className="notice" role="status">
          <p>
            <b>{added.length === 1 ? "1 file is" : `${added.length} files are`} in the evidence</b>
          </p>
          <ul>
            {added.map(({ id, ref, title }) => (
              <li key={id}>
                {ref} <Link to={paths.evidenceItem(code, id)}>{title}</Link>
              </li>
            ))}
          </ul>
        </div>
      )}
      {marked && (
        <div className="notice notice-done" role="status">
          <p>{marked.words}.</p>
          {marked.undoable && (
            <Form method="post" action={paths.evidenceSelectionUndo(code, marked.id, query)}>
              <button className="btn btn-quiet btn-small" type="submit">
                Undo<span className="vh"> that</span>
              </button>
            </Form>
          )}
        </div>
      )}
    </>
  );
}

function NoneYet({ code, mayAdd }: Pick<Library, "code" | "mayAdd">) {
  return (
    <div className="blank">
      <p className="lede">There is no evidence yet.</p>
      {mayAdd && <AddButtons code={code} />}
    </div>
  );
}
