/** What can be taken away of an inspection: every table, all of them in one file, the summary. By what the reader may have. */
import type { LinksFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { reading } from "#app/desk.server.ts";
import { allowed, findInspection } from "#app/models/inspections/inspections.server.ts";
import { paths } from "#app/paths.ts";
import { Crumbs } from "#app/ui/crumbs.tsx";
import styles from "#app/ui/styles/over-time.css?url";
import { titled } from "#app/ui/titled.ts";

import { tablesFor } from "./tables.server.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const meta = titled("Files to take away");

export const loader = reading(async ({ desk, params }) => {
  const inspection = await findInspection(desk, params.code ?? "");
  const { code, title } = inspection;
  return {
    ...{ code, title },
    briefing: allowed(inspection, "briefing.export"),
    tables: tablesFor(inspection).map(({ name, title: of, holds, file }) => ({
      name,
      title: of,
      holds,
      file: file(code),
    })),
  };
});

export default function Exports() {
  const { code, title, briefing, tables } = useLoaderData<typeof loader>();
  return (
    <main id="main" className="wide page">
      <Crumbs steps={[[paths.inspection(code), title]]} />
      <h1 className="h1">Files to take away</h1>
      <p className="lede">
        Each file holds what you may read here, as it stands now. Words that may not be quoted are left out. That you
        take all of it, the citations or the activity is put on record.
      </p>
      <section aria-labelledby="whole">
        <h2 className="h2" id="whole">
          All of it
        </h2>
        <ul className="takes">
          <Take title="Excel workbook" file={paths.workbook(code)} holds="A sheet for each table below" />
          <Take title="JSON" file={paths.everything(code)} holds="The same tables, for a program to read" />
          <Take title="One-page summary (PDF)" file={paths.summaryFile(code)} holds="For a committee: one side of A4" />
          {briefing && (
            <Take
              title="Briefing (PowerPoint)"
              file={paths.briefingFile(code, "pptx")}
              holds="The deck of all findings; other formats are on the briefing page"
            />
          )}
        </ul>
      </section>
      <section aria-labelledby="tables">
        <h2 className="h2" id="tables">
          Table by table (CSV)
        </h2>
        <ul className="takes">
          {tables.map((table) => (
            <Take key={table.name} {...table} />
          ))}
        </ul>
      </section>
    </main>
  );
}

const Take = ({ title, file, holds }: { title: string; file: string; holds: string }) => (
  <li className="take">
    <h3 className="h3">
      <a href={file} download>
        {title}
      </a>
    </h3>
    <p className="small">{holds}</p>
  </li>
);
