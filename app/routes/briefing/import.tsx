import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { changing, reading } from "#app/desk.server.ts";
import { listBrought } from "#app/models/briefing/brought.server.ts";
import { bringDeck } from "#app/models/briefing/deck-imports.server.ts";
import { importBriefing, planImport } from "#app/models/briefing/imports.server.ts";
import { isBriefing, isOffice, readProposal, textOf } from "#app/models/briefing/proposal.server.ts";
import { cleanFileName } from "#app/models/evidence/file-kind.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { Invalid } from "#app/platform/failure.ts";
import { paths } from "#app/paths.ts";
import { Crumbs } from "#app/ui/crumbs.tsx";
import styles from "#app/ui/styles/briefing.css?url";
import { titled } from "#app/ui/titled.ts";

import { ChooseBriefing } from "./choose.tsx";
import { ReviewImport } from "./review.tsx";

export const meta = titled("Bring in a deck", "Briefing deck");
export const links = () => [{ rel: "stylesheet", href: styles }];

export const loader = reading(async ({ desk, params }) => {
  const inspection = await findInspection(desk, params.code ?? "", "briefing.import");
  return { code: inspection.code, brought: await listBrought(desk, inspection) };
});

const faulty = (name: string, text: string, faults: string[]) => {
  const errors = {
    text: faults.length === 1 ? "The briefing has 1 fault" : `The briefing has ${faults.length} faults`,
  };
  return data({ errors, typed: { text, name }, stale: null, faults }, { status: 422 });
};

export const action = changing(async ({ desk, params, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "briefing.import");
  const { files, value, refused } = await form();
  const [file] = files;
  if (refused[0]) throw new Invalid({ file: refused[0].why });
  const bring = async (what: Parameters<typeof bringDeck>[2]) =>
    redirect(paths.brought(inspection.code, await bringDeck(desk, inspection, what)));
  if (file && isOffice(file.arrival)) return bring({ file });
  const name = cleanFileName(file?.name ?? (value("name") || "briefing.md"));
  const text = file ? await textOf(name, file.arrival) : value("text");
  if (!isBriefing(text)) return bring(file ? { file } : { text });
  const read = readProposal(inspection, name, text);
  if ("faults" in read) return faulty(name, text, read.faults);
  const { briefing } = read;
  if (value("confirm") === "1") {
    const { strengths, weaknesses, areas } = await importBriefing(desk, inspection, briefing);
    return redirect(paths.briefing(inspection.code, { imported: strengths + weaknesses + areas }));
  }
  const other = briefing.inspection === inspection.code ? null : briefing.title;
  return data({ proposal: { name, text, other, plan: await planImport(desk, inspection, briefing) } });
});

export default function ImportBriefing() {
  const { code, brought } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const proposal = answer && "proposal" in answer ? answer.proposal : null;
  return (
    <main id="main" className="wide page">
      <Crumbs steps={[[paths.briefing(code), "Briefing deck"]]} here="Bring in a deck" />
      {proposal ? (
        <ReviewImport code={code} proposal={proposal} />
      ) : (
        <ChooseBriefing
          code={code}
          failed={answer && "errors" in answer ? answer : undefined}
          faults={answer && "faults" in answer ? answer.faults : []}
          brought={brought}
        />
      )}
    </main>
  );
}
