/** All versions of one finding, and a way back to each. */
import { type LinksFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";

import { changing, reading } from "#app/desk.server.ts";
import { findOrigin } from "#app/models/briefing/brought.server.ts";
import { findingCalled } from "#app/models/findings/finding.ts";
import { findHistory, restoreVersion, sameWording, type Version } from "#app/models/findings/history.server.ts";
import { allowed, findInspection } from "#app/models/inspections/inspections.server.ts";
import { paths } from "#app/paths.ts";
import { Crumbs } from "#app/ui/crumbs.tsx";
import { shortDate, timeOf } from "#app/ui/dates.ts";
import { ErrorSummary } from "#app/ui/form.tsx";
import styles from "#app/ui/styles/activity.css?url";
import { titled } from "#app/ui/titled.ts";

export const meta = titled("History of a finding");
export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const loader = reading(async ({ desk, params }) => {
  const inspection = await findInspection(desk, params.code ?? "", "finding.history");
  const { versions, now, kind, ...history } = await findHistory(desk, inspection, params.id ?? "");
  const mayRestore = allowed(inspection, "finding.write") && !history.withdrawn;
  const standing = history.withdrawn ? undefined : versions.find(({ words }) => words && sameWording(words, now));
  return {
    ...history,
    code: inspection.code,
    inspection: inspection.title,
    called: findingCalled(kind, null),
    origin: await findOrigin(desk, inspection, params.id ?? ""),
    versions: versions.map((one) => ({
      ...one,
      stands: one === standing,
      restorable: mayRestore && one.words !== null && !sameWording(one.words, now),
    })),
  };
});

export const action = changing(async ({ desk, params, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "finding.write");
  const fields = await form();
  const [number, version] = [fields.number("restore") ?? 0, fields.number("version") ?? 0];
  await restoreVersion(desk, inspection, params.id ?? "", { number, version });
  return redirect(paths.findingHistory(inspection.code, params.id ?? ""));
});

type Data = ReturnType<typeof useLoaderData<typeof loader>>;

export default function FindingHistory() {
  const data = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const { code, id, inspection, ref, line, called, withdrawn, origin } = data;
  return (
    <main id="main" className="wide page">
      <Crumbs
        steps={[
          [paths.inspection(code), inspection],
          [paths.line(code, ref, {}, withdrawn ? "" : id), `${ref} ${line}`],
        ]}
      />
      <ErrorSummary failed={failed} />
      {failed?.stale && (
        <p className="notice notice-warn">
          <b>What stands now:</b> {failed.stale.current.text}
        </p>
      )}
      <h1 className="h1">History of {called}</h1>
      {withdrawn && <p className="lede">It was withdrawn, so no version of it stands.</p>}
      {origin && (
        <p>
          Read in {origin.name}, {origin.place}: “{origin.words}”
        </p>
      )}
      <ol className="versions" reversed>
        {data.versions.map((one) => (
          <VersionItem key={one.number} data={data} one={one} />
        ))}
      </ol>
    </main>
  );
}

const done: Record<Version["what"], string> = {
  added: "Added",
  edited: "Edited",
  "put back": "Put back as before",
  withdrawn: "Withdrawn",
  reinstated: "Reinstated",
};

function VersionItem({ data, one }: { data: Data; one: Data["versions"][number] }) {
  const { number, at, who, what, words, reason, stands, restorable } = one;
  return (
    <li className={stands ? "version-now" : undefined}>
      <div className="version-head">
        <h2 className="h3">
          {number}. {done[what]}
        </h2>
        <p className="muted">
          by {who ?? "Throughline"}, <time dateTime={at}>{`${shortDate(at)} at ${timeOf(at)}`}</time>
        </p>
        {stands && <span className="tag">Stands now</span>}
      </div>
      {words && <p className="version-text">{words.text}</p>}
      {words?.note && <p className="muted">Note for the team: {words.note}</p>}
      {words?.recognised && <p className="muted">Recognised by the council</p>}
      {reason && <p>Reason: {reason}</p>}
      {restorable && (
        <Form method="post" action={paths.findingHistory(data.code, data.id)}>
          <input type="hidden" name="version" value={data.version} />
          <input type="hidden" name="restore" value={number} />
          <button className="btn btn-quiet btn-small" type="submit">
            Restore this version<span className="vh">, number {number}</span>
          </button>
        </Form>
      )}
    </li>
  );
}
