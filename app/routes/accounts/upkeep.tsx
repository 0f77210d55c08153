import { useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";

import { reading } from "#app/desk.server.ts";
import { shortDate, timeOf } from "#app/ui/dates.ts";
import { Warning } from "#app/ui/signs.tsx";
import { sizeOf } from "#app/ui/size.ts";
import styles from "#app/ui/styles/accounts.css?url";
import { titled } from "#app/ui/titled.ts";

import { Crumbs } from "./crumbs.tsx";
import { readUpkeep } from "./upkeep.server.ts";

export const meta = titled("This server", "Administration");
export const links = () => [{ rel: "stylesheet", href: styles }];

export const loader = reading(readUpkeep);

type Data = ReturnType<typeof useLoaderData<typeof loader>>;

const many = (count: number, what: string) => `${count.toLocaleString("en-GB")} ${what}${count === 1 ? "" : "s"}`;
const moment = (iso: string) => `${shortDate(iso)}, ${timeOf(iso)}`;

export default function Upkeep() {
  const data = useLoaderData<typeof loader>();
  return (
    <main id="main" className="wide page">
      <Crumbs here="This server" />
      <h1 className="h1">This server</h1>
      <Worries worries={data.worries} />
      <Facts title="Disk" facts={diskFacts(data)} />
      <Jobs jobs={data.jobs} />
      <Facts title="The record" facts={recordFacts(data)} />
      <Facts title="What is set up" facts={setUpFacts(data)} />
      <Facts title="Versions" facts={versionFacts(data)} />
    </main>
  );
}

function Worries({ worries }: Pick<Data, "worries">) {
  if (worries.length === 0) return <p className="lede">Nothing here needs you.</p>;
  return (
    <section className="notice notice-warn" aria-labelledby="worries">
      <h2 className="h3" id="worries">
        See to {worries.length === 1 ? "this" : "these"}
      </h2>
      <ul className="worries">
        {worries.map((worry) => (
          <li key={worry}>
            <Warning /> {worry}
          </li>
        ))}
      </ul>
    </section>
  );
}

type Fact = [term: string, value: ReactNode];

function Facts({ title, facts }: { title: string; facts: Fact[] }) {
  return (
    <section className="upkeep">
      <h2 className="h2">{title}</h2>
      <dl className="summary">
        {facts.map(([term, value]) => [<dt key={term}>{term}</dt>, <dd key={`${term}-value`}>{value}</dd>])}
      </dl>
    </section>
  );
}

const diskFacts = ({ disk, files }: Data): Fact[] => [
  ["Free", `${sizeOf(disk.free)} of ${sizeOf(disk.whole)}`],
  ["Room for files", disk.room > 0 ? sizeOf(disk.room) : "None: no file is taken"],
  ["Files", `${many(files.files, "file")}, ${sizeOf(files.bytes)}`],
  ["Database", sizeOf(disk.database)],
  ["Copies from before upgrades", disk.copies > 0 ? sizeOf(disk.copies) : "None"],
];

const recordFacts = ({ head, held }: Data): Fact[] => [
  ["Entries", head.seq.toLocaleString("en-GB")],
  ["Head", <code key="head">{head.text}</code>],
  ["Legal holds", held > 0 ? many(held, "inspection") : "None"],
];

const setUpFacts = ({ set }: Data): Fact[] => [
  ["Mail", set.mail ? "Set up" : "Not set up"],
  ["Virus scanner", set.scanner ? "Set up" : "Not set up"],
  ["Reading of pictures", set.ocr ? "On" : "Off"],
];

const versionFacts = ({ versions }: Data): Fact[] => [
  ["Throughline", versions.product],
  ["Node.js", versions.node.slice(1)],
  ["SQLite", versions.sqlite],
  ["Database schema", versions.schema],
];

function Jobs({ jobs }: Pick<Data, "jobs">) {
  return (
    <section className="upkeep">
      <h2 className="h2">Backups and jobs</h2>
      {jobs.length === 0 && <p>None has run yet.</p>}
      {jobs.length > 0 && (
        <div className="table-box" tabIndex={0} role="region" aria-label="Backups and jobs">
          <table>
            <caption className="vh">The last time that each did something</caption>
            <thead>
              <tr>
                <th scope="col">Job</th>
                <th scope="col">Last time</th>
                <th scope="col">What came of it</th>
                <th scope="col" className="num">
                  Took
                </th>
              </tr>
            </thead>
            <tbody>
              {jobs.map((job) => (
                <tr key={job.name}>
                  <th scope="row">{job.title}</th>
                  <td>{moment(job.ranAt)}</td>
                  <td>
                    {job.failure && <span className="tag tag-warn">Failed: {job.failure}</span>} {job.outcome}
                  </td>
                  <td className="num">{job.took < 1000 ? "under 1s" : `${Math.round(job.took / 1000)}s`}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
