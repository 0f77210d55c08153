/** What `briefing import` does with a deck, and how it tells programs what it read. */
import { Readable } from "node:stream";

import { bringDeck, findReview, planDeck } from "#app/models/briefing/deck-imports.server.ts";
import { takeDeck } from "#app/models/briefing/deck-taking.server.ts";
import { readGiven } from "#app/models/briefing/given-deck.server.ts";
import type { Decided } from "#app/models/briefing/read/decision.ts";
import { type Warning, warningTitle } from "#app/models/briefing/read/warning.ts";
import { findingKinds, kindFacts } from "#app/models/findings/finding.ts";
import type { Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Desk } from "#app/platform/desk.ts";
import type { Arrival } from "#app/platform/storage.ts";

type Lists = { strengths: string[]; weaknesses: string[]; areas: string[] };
type Line = { ref: string; title: string; theme: string; judgement: string } & Lists;

/** The lines that have findings, as programs read them. */
function linesOfDeck({ framework }: Inspection, points: Decided[], warnings: Warning[]) {
  const lines = framework.judgements.flatMap((judgement) =>
    judgement.themes.flatMap((theme) =>
      theme.lines.flatMap(({ ref, title }): Line[] => {
        const own = points.filter((point) => point.ref === ref);
        const of = (kind: Decided["kind"]) => own.filter((point) => point.kind === kind).map(({ text }) => text);
        const lists: Lists = { strengths: of("strength"), weaknesses: of("weakness"), areas: of("area") };
        return own.length ? [{ ref, title, theme: theme.title, judgement: judgement.title, ...lists }] : [];
      }),
    ),
  );
  const total = (key: keyof Lists) => lines.reduce((sum, line) => sum + line[key].length, 0);
  return {
    lines,
    warnings,
    counts: {
      ...{ lines: lines.length, strengths: total("strengths"), weaknesses: total("weaknesses") },
      areas: total("areas"),
    },
  };
}

const some = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

type Told = { points: Decided[]; warnings: Warning[]; gone: unknown[] };

function tell({ points, warnings, gone: { length: gone } }: Told, { dry }: { dry: boolean }): void {
  const [verb, changes] = dry ? ["Would add", "would be"] : ["Added", "were"];
  const fresh = points.filter(({ status, take }) => status.is === "new" && take);
  const counts = findingKinds.map((kind) => {
    const { one, key } = kindFacts(kind);
    const count = fresh.filter((point) => point.kind === kind).length;
    return some(count, one, key === "areas" ? "areas to explore" : key);
  });
  const lines = new Set(fresh.map(({ ref }) => ref)).size;
  console.log(`${verb} ${counts.slice(0, 2).join(", ")} and ${counts[2]} under ${some(lines, "line")}.`);
  const count = (test: (point: Decided) => boolean) => points.filter(test).length;
  const known = count(({ status }) => status.is === "known");
  const taken = count(({ status, take }) => status.is === "changed" && take);
  const both = count(({ status, take }) => status.is === "changed" && !take);
  const open = count(({ status, ref }) => status.is === "new" && ref === null);
  if (known) console.log(`${some(known, "finding")} were there already.`);
  if (taken) console.log(`${some(taken, "finding")} ${changes} changed, as the file changed them.`);
  if (both) console.log(`${some(both, "finding")} differ from those that stand: review them on the web page.`);
  if (gone) console.log(`${some(gone, "finding")} that left with the file did not come back: they stay as they are.`);
  if (open) console.log(`${some(open, "point")} stand under no line of this framework: review them on the web page.`);
  for (const { code, slide, message } of warnings) {
    console.log(`${slide ? `Slide ${slide}` : "The file"}: ${warningTitle(code)}. ${message}`);
  }
}

/** Reads a deck; without `dry` it takes what is new, and what was changed in the deck alone. */
export async function importDeckFile(
  desk: Desk,
  of: Inspection,
  { name, bytes }: { name: string; bytes: Uint8Array },
  { dry, json }: { dry: boolean; json: boolean },
): Promise<number> {
  const arrival = await desk.storage.receive(Readable.from([bytes]), Infinity);
  const told = dry ? await look(desk, of, { name, arrival }) : await take(desk, of, { name, arrival });
  if (json) console.log(JSON.stringify(linesOfDeck(of, told.points, told.warnings), null, 2));
  else tell(told, { dry });
  return 0;
}

type Named = { name: string; arrival: Arrival };

async function look(desk: Desk, of: Inspection, deck: Named): Promise<Told> {
  try {
    return await planDeck(desk, of, await readGiven(desk, of, { ...deck, pasted: false }));
  } finally {
    await deck.arrival.drop();
  }
}

async function take(desk: Desk, of: Inspection, file: Named): Promise<Told> {
  const id = await bringDeck(desk, of, { file });
  const review = await findReview(desk, of, id);
  const { points, source, version } = review;
  // A briefing brings more than findings; any other deck of which nothing is taken stays to be reviewed.
  if (source.briefing || points.some((point) => point.take)) await takeDeck(desk, of, id, version);
  return review;
}
