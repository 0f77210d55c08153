/**
 * What a deck says, matched to a framework: its points under lines of enquiry, and every other word of it with the reason
 * why it is none. Nothing that was read is left untold.
 */
import { FINDING_LENGTH, type FindingKind } from "#app/models/findings/finding.ts";
import type { Framework } from "#app/models/frameworks/framework.ts";

import type { Left, Point, ReadDeck } from "./point.ts";
import { type Match, matchTitle, type Names, namesOf } from "./match-title.ts";
import { nameKey } from "./name-key.ts";
import { doubts } from "./doubts.ts";
import { type SlideUnits, type Unit, unitsOn } from "./read-slide.ts";
import { runningText } from "./running-text.ts";
import type { Source, SourceSlide } from "./source.ts";
import { once, type Warning, warning, type WarningCode } from "./warning.ts";

/** The slide before, as far as the next may go on from it. */
type Before = {
  place: number;
  ref: string | null;
  title: string;
  theme: number | null;
  kind: FindingKind;
  dangling: FindingKind | null;
};

export function readDeck(source: Source, framework: Framework): ReadDeck {
  const shown = source.slides.filter(({ hidden }) => !hidden);
  const reading = new Reading(namesOf(framework), runningText(shown));
  let place = 0;
  for (const slide of source.slides) {
    if (slide.hidden) reading.hide(slide);
    else reading.take(slide, place++);
  }
  const { points, left, warnings } = reading;
  const count = source.slides.length;
  if (source.declared !== null && source.declared !== count) {
    warnings.push({
      code: "slide-count",
      slide: count,
      message: `The file says that it holds ${source.declared} slides, but ${count} were found.`,
    });
  }
  for (const message of source.said) warnings.push({ code: "left-out", slide: 0, message });
  for (const { point, code } of doubts(points)) {
    point.codes.push(code);
    warnings.push(warning(code, point.slide));
  }
  return { points, left, warnings: once(warnings) };
}

/** What our own decks print before a finding: its place, and what became of it. */
const led = /^(?:[SWA]\d{1,2}(?:, (?:Confirmed|Changed|New))?|Confirmed|Changed|New): /;

const cited = /(?:\s+\[(?:E\d+|\+\d+)\])+$/;

class Reading {
  readonly points: Point[] = [];
  readonly left: Left[] = [];
  readonly warnings: Warning[] = [];
  readonly #seen = new Set<string>();
  #theme: number | null = null;
  #before: Before | null = null;

  constructor(
    readonly names: Names,
    readonly running: ReadonlySet<string>,
  ) {}

  hide(slide: SourceSlide): void {
    const { title, units } = unitsOn(slide);
    this.warnings.push(warning("hidden-slide", slide.number));
    for (const text of [title, ...units.map(({ text }) => text)].filter(Boolean)) {
      this.left.push({ slide: slide.number, text: text.replace(/\s+/g, " "), why: "hidden" });
    }
  }

  #leave({ number }: SourceSlide, units: Unit[], why: Left["why"]): void {
    for (const { text, is } of units) this.left.push({ slide: number, text, why: is === "heading" ? "heading" : why });
  }

  #warn(code: Parameters<typeof warning>[0], slide: number): void {
    this.warnings.push(warning(code, slide));
  }

  take(slide: SourceSlide, place: number): void {
    const read = unitsOn(slide);
    const isRunning = ({ is, text }: Unit) =>
      is === "item" && (this.running.has(text) || text === String(slide.number));
    this.#leave(slide, read.units.filter(isRunning), "running");
    const { named, rest } = this.#names(read.units.filter((unit) => !isRunning(unit)));
    this.#leave(slide, named, "name");
    if (read.title) this.left.push({ slide: slide.number, text: read.title.replace(/\n/g, " "), why: "title" });
    const match = this.#match(read, named);
    if (match.theme !== null) this.#theme = match.theme;
    const before = this.#before?.place === place - 1 ? this.#before : null;
    if (rest.some(({ is }) => is === "heading"))
      return this.#list(slide, place, { match, before, units: rest, title: read.title });
    const items = rest.filter((unit) => unit.is === "item" && unit.bullet !== false);
    if (before && match.ref !== null && before.ref === match.ref && items.length) {
      return this.#list(slide, place, { match, before, units: rest, title: read.title });
    }
    this.#leave(slide, rest, "context");
    if (match.ref === null && match.theme === null) this.#theme = rest.length || !read.title ? this.#theme : null;
  }

  /** Words over the first heading that are the name of a theme or a line, as our own decks print them. */
  #names(units: Unit[]): { named: Unit[]; rest: Unit[] } {
    const first = units.findIndex(({ is }) => is === "heading");
    const over = units.slice(0, first < 0 ? 1 : first);
    const named = over.filter((unit) => {
      if (unit.is !== "item") return false;
      const { ref, theme, loose } = matchTitle(this.names, unit.text, this.#theme);
      return !loose && (ref !== null || theme !== null);
    });
    return { named, rest: units.filter((unit) => !named.includes(unit)) };
  }

  #match({ title }: SlideUnits, named: Unit[]): Match {
    const hints = named.map(({ text }) => matchTitle(this.names, text, this.#theme));
    const theme = hints.find((hint) => hint.theme !== null)?.theme ?? this.#theme;
    const own = matchTitle(this.names, title, theme);
    if (own.ref !== null && !own.loose) return own;
    const hint = hints.find(({ ref }) => ref !== null);
    return hint && !title ? hint : hint && own.ref === null ? { ...hint, loose: true } : own;
  }

  #list(
    slide: SourceSlide,
    place: number,
    { match, before, units, title }: { match: Match; before: Before | null; units: Unit[]; title: string },
  ): void {
    const ref = this.#lineOf(slide, { match, before, units, title });
    if (slide.guessed) this.#warn("title-guessed", slide.number);
    let kind: FindingKind | null = null;
    let goesOn = false;
    let base: number | null = null;
    for (const [n, unit] of units.entries()) {
      if (unit.is === "heading") {
        [kind, goesOn, base] = [unit.kind, unit.continued || match.continued, null];
        this.left.push({ slide: slide.number, text: unit.text, why: "heading" });
        if (units[n - 1]?.is === "item" && (units[n - 1] as { glued?: boolean }).glued)
          this.#warn("glued-heading", slide.number);
        continue;
      }
      if (unit.is === "row") {
        this.#leave(slide, [unit], "beside");
        continue;
      }
      if (!kind && before && before.ref === ref && unit.bullet !== false) {
        kind = before.kind;
        goesOn = true;
        this.#warn("implicit-continuation", slide.number);
      }
      if (!kind) {
        this.#warn("orphan-item", slide.number);
        this.#leave(slide, [unit], "orphan");
        continue;
      }
      if (goesOn && this.#join(ref, kind, unit.text)) continue;
      goesOn = false;
      base ??= unit.level;
      this.#point(slide, n, { ref, kind, text: unit.text, below: unit.level > base, glued: unit.glued });
    }
    const last = units.at(-1);
    const lastKind = kind ?? before?.kind;
    if (lastKind) {
      const dangling = last?.is === "heading" ? last.kind : null;
      this.#before = { place, ref, title: nameKey(title), theme: this.#theme, kind: lastKind, dangling };
    }
    for (const unit of units) {
      if (unit.is === "heading" && unit.kind !== this.#before?.dangling) this.#seen.add(`${ref} ${unit.kind}`);
    }
  }

  #point(
    slide: SourceSlide,
    n: number,
    {
      ref,
      kind,
      text: words,
      below,
      glued,
    }: { ref: string | null; kind: FindingKind; text: string; below: boolean; glued: boolean },
  ): void {
    const cites = cited.exec(words)?.[0].match(/E\d+/g) ?? [];
    const text = words.replace(cited, "").replace(led, "");
    const codes: WarningCode[] = [];
    if (glued) codes.push("glued-heading");
    if (below) codes.push("sub-point");
    if (text.length > FINDING_LENGTH) codes.push("too-long");
    for (const code of codes) if (code !== "glued-heading") this.#warn(code as "sub-point" | "too-long", slide.number);
    const doubtful = this.warnings.filter((each) => each.slide === slide.number).map(({ code }) => code);
    const ofLine = doubtful.filter((code) =>
      ["title-mismatch", "repeated-title", "line-guessed", "no-line"].includes(code),
    );
    this.points.push({
      ...{ id: `${slide.number}-${n + 1}`, slide: slide.number, ref, kind, text, words, cites },
      codes: [...new Set([...codes, ...ofLine])],
    });
  }

  /** A point that is cut at the foot of a slide, "…", goes on at the head of the next. */
  #join(ref: string | null, kind: FindingKind, words: string): boolean {
    const last = this.points.at(-1);
    if (!last || last.ref !== ref || last.kind !== kind || !/[^.…]…$/.test(last.text)) return false;
    last.words = `${last.words.slice(0, -1)} ${words}`;
    last.cites.push(...(cited.exec(words)?.[0].match(/E\d+/g) ?? []));
    last.text = `${last.text.slice(0, -1)} ${words.replace(cited, "")}`;
    return true;
  }

  #lineOf(
    { number }: SourceSlide,
    { match, before, units, title }: { match: Match; before: Before | null; units: Unit[]; title: string },
  ): string | null {
    const first = units.find(({ is }) => is === "heading");
    const kind = first?.is === "heading" ? first.kind : null;
    const listed = match.ref !== null && kind !== null && this.#seen.has(`${match.ref} ${kind}`);
    if (before?.dangling && kind === before.dangling && match.ref !== before.ref && (match.ref === null || listed)) {
      this.#warn(match.ref === null ? "implicit-continuation" : "title-mismatch", number);
      return before.ref;
    }
    if (match.ref !== null) {
      if (listed && before?.ref !== match.ref) this.#warn("repeated-title", number);
      if (match.loose) this.#warn("line-guessed", number);
      return match.ref;
    }
    const same = before !== null && nameKey(title) === before.title;
    const silent = !title.trim() || match.continued || (match.theme !== null && match.theme === before?.theme);
    if (before?.ref && (same || silent)) {
      if (!same) this.#warn("implicit-continuation", number);
      return before.ref;
    }
    this.#warn("no-line", number);
    return null;
  }
}
