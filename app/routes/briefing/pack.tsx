/** What a sealed pack of the inspection holds, and what it leaves out. */
import { Link, useLoaderData } from "@remix-run/react";

import { reading } from "#app/desk.server.ts";
import { isConfirmed } from "#app/models/accounts/session.ts";
import { neverHeld, omissionReasons } from "#app/models/briefing/pack.ts";
import { gatherPack } from "#app/models/briefing/packs.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { paths } from "#app/paths.ts";
import { findFingerprint } from "#app/platform/signing.server.ts";
import styles from "#app/ui/styles/stage.css?url";
import { titled } from "#app/ui/titled.ts";

export const links = () => [{ rel: "stylesheet", href: styles }];
export const meta = titled("Sealed pack");

export const loader = reading(async ({ desk, session, params, services }) => {
  const inspection = await findInspection(desk, params.code ?? "", "pack.make");
  const { pack } = await gatherPack(desk, inspection, { record: false });
  const files = pack.evidence.flatMap((one) => one.files);
  const reasons = [...new Set(pack.omissions.map(({ reason }) => reason))];
  return {
    code: inspection.code,
    side: pack.side,
    pieces: pack.evidence.length,
    files: files.length,
    megabytes: Math.max(1, Math.round(files.reduce((sum, { size }) => sum + size, 0) / 1e6)),
    omissions: reasons.map((reason) => ({
      reason,
      refs: pack.omissions.filter((one) => one.reason === reason).map(({ ref }) => ref),
    })),
    fingerprint: await findFingerprint(services),
    confirmed: isConfirmed(session.confirmedAt, desk.now()),
  };
});

type View = ReturnType<typeof useLoaderData<typeof loader>>;

const many = (count: number, what: string) => `${count} ${what}${count === 1 ? "" : "s"}`;

export default function SealedPack() {
  const view = useLoaderData<typeof loader>();
  return (
    <main id="main" className="wide page">
      <h1 className="h1">Sealed pack</h1>
      <p className="lede">
        One ZIP with all that the inspection rests on. It opens from a stick in any browser, needs no network, and shows
        if anything in it was changed.
      </p>
      <Take view={view} />
      <Contents view={view} />
    </main>
  );
}

function Contents({ view }: { view: View }) {
  const { code, side, pieces, files, megabytes, fingerprint } = view;
  return (
    <div className="prose">
      <h2 className="h2">What it holds</h2>
      <ul>
        <li>The framework, the findings, the ratings and what each finding cites, as pages, JSON and Markdown.</li>
        <li>
          {many(files, "file")} of {many(pieces, "piece")} of evidence, as they were sent: about {megabytes} MB.
        </li>
        <li>
          {side === "council"
            ? "What the record holds of the council’s own work."
            : "The entries of the record, without words, and the hashes that prove them."}
        </li>
        <li>A manifest with the SHA-256 hash of each file, and a page that checks it.</li>
      </ul>
      <LeftOut view={view} />
      <h2 className="h2">The key that signs it</h2>
      {fingerprint ? (
        <p>
          Whoever checks the pack compares this fingerprint: <span className="digest">{fingerprint}</span>
        </p>
      ) : (
        <p>No signing key is set up here, so the manifest is not signed.</p>
      )}
      <p>
        <Link to={paths.helpPage("pack")}>How to check a pack</Link>. <Link to={paths.briefing(code)}>Briefing</Link>
      </p>
    </div>
  );
}

function Take({ view: { code, confirmed } }: { view: View }) {
  if (confirmed)
    return (
      <p>
        <a className="btn" href={paths.packFile(code)} download>
          Download the pack
        </a>
      </p>
    );
  return (
    <>
      <p>Taking everything at once is sensitive, so you give your password again first.</p>
      <p>
        <Link className="btn" to={paths.confirm(paths.pack(code))}>
          Confirm that it is you
        </Link>
      </p>
    </>
  );
}

function LeftOut({ view: { side, omissions } }: { view: View }) {
  return (
    <>
      <h2 className="h2">What it leaves out</h2>
      <ul>
        {omissions.map(({ reason, refs }) => (
          <li key={reason}>
            {many(refs.length, "piece")} of evidence: {omissionReasons[reason]}{" "}
            <span className="muted">{refs.join(", ")}</span>
          </li>
        ))}
        {neverHeld[side].map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </>
  );
}
