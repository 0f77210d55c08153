/** What `briefing import` does with a deck that someone else wrote, and how it tells programs what it read. */
import type { Briefing } from "#app/models/briefing/briefing.ts";
import { bringDeck, findReview, planDeck } from "#app/models/briefing/deck-imports.server.ts";
import { takeDeck } from "#app/models/briefing/deck-taking.server.ts";
import type { Decided } from "#app/models/briefing/read/decision.ts";
import { type Warning, warningTitle } from "#app/models/briefing/read/warning.ts";
import { findingKinds, kindFacts } from "#app/models/findings/finding.ts";
import type { Inspection } from "#app/models/inspections/inspections.server.ts";
import { readDeckFile } from "#app/platform/deck-reading.server.ts";
import type { Desk } from "#app/platform/desk.ts";
import { Invalid } from "#app/platform/failure.ts";

type Lists = { strengths: string[]; weaknesses: string[]; areas: string[] };
type Line = { ref: string; title: string; theme: string; judgement: string } & Lists;

type Judged = { title: string; themes: { title: string; lines: { ref: string; title: string }[] }[] };

/** The lines that have findings, as programs read them. */
function asJson(judgements: readonly Judged[], lists: (ref: string) => Lists | undefined, warnings: Warning[]) {
  const lines = judgements.flatMap((judgement) =>
    judgement.themes.flatMap((theme) =>
      theme.lines.flatMap(({ ref, title }): Line[] => {
        const own = lists(ref);
        if (!own || own.strengths.length + own.weaknesses.length + own.areas.length === 0) return [];
        return [{ ref, title, theme: theme.title, judgement: judgement.title, ...own }];
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

export function linesOfBriefing({ judgements }: Briefing) {
  const lines = judgements.flatMap(({ themes }) => themes.flatMap((theme) => theme.lines));
  const texts = (list: { text: string }[]) => list.map(({ text }) => text);
  const byRef = new Map(
    lines.map((line) => [
      line.ref,
      { strengths: texts(line.strengths), weaknesses: texts(line.weaknesses), areas: texts(line.areas) },
    ]),
  );
  return asJson(judgements, (ref) => byRef.get(ref), []);
}

function linesOfDeck({ framework }: Inspection, points: Decided[], warnings: Warning[]) {
  const lists = (ref: string): Lists => {
    const own = points.filter((point) => point.ref === ref);
    const of = (kind: Decided["kind"]) => own.filter((point) => point.kind === kind).map(({ text }) => text);
    return { strengths: of("strength"), weaknesses: of("weakness"), areas: of("area") };
  };
  return asJson(framework.judgements, lists, warnings);
}

const some = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

function tell(points: Decided[], warnings: Warning[], verb: string): void {
  const fresh = points.filter(({ status, take }) => status.is === "new" && take);
  const counts = findingKinds.map((kind) => {
    const { one, key } = kindFacts(kind);
    const count = fresh.filter((point) => point.kind === kind).length;
    return some(count, one, key === "areas" ? "areas to explore" : key);
  });
  const lines = new Set(fresh.map(({ ref }) => ref)).size;
  console.log(`${verb} ${counts.slice(0, 2).join(", ")} and ${counts[2]} under ${some(lines, "line")}.`);
  const known = points.filter(({ status }) => status.is === "known").length;
  const changed = points.filter(({ status }) => status.is === "changed").length;
  const open = points.filter(({ status, ref }) => status.is === "new" && ref === null).length;
  if (known) console.log(`${some(known, "finding")} were there already.`);
  if (changed) console.log(`${some(changed, "finding")} differ from those that stand: review them on the web page.`);
  if (open) console.log(`${some(open, "point")} stand under no line of this framework: review them on the web page.`);
  for (const { code, slide, message } of warnings) {
    console.log(`${slide ? `Slide ${slide}` : "The file"}: ${warningTitle(code)}. ${message}`);
  }
}

async function* once(bytes: Uint8Array) {
  yield bytes;
}

/** Reads a deck; without `dry` it takes what is new and leaves every finding that stands as it is. */
export async function importDeckFile(
  desk: Desk,
  of: Inspection,
  { name, bytes }: { name: string; bytes: Uint8Array },
  { dry, json }: { dry: boolean; json: boolean },
): Promise<number> {
  if (dry) {
    const read = await readDeckFile(once(bytes));
    if ("why" in read) throw new Invalid({ file: `“${name}” could not be read. ${read.why}` });
    const { points, warnings } = await planDeck(desk, of, read.source);
    if (json) console.log(JSON.stringify(linesOfDeck(of, points, warnings), null, 2));
    else tell(points, warnings, "Would add");
    return 0;
  }
  const arrival = await desk.storage.receive(once(bytes), Infinity);
  const id = await bringDeck(desk, of, { file: { name, arrival } });
  const review = await findReview(desk, of, id);
  const { points, warnings, version } = review;
  if (points.some(({ take }) => take)) await takeDeck(desk, of, id, version);
  if (json) console.log(JSON.stringify(linesOfDeck(of, points, warnings), null, 2));
  else tell(points, warnings, "Added");
  return 0;
}
