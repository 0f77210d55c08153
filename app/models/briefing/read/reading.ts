/** A deck as far as it is read, slide after slide: what stands on one may go on from the one before. */
import { FINDING_LENGTH, type FindingKind } from "#app/models/findings/finding.ts";

import { saysNothing } from "./cell.ts";
import { matchRow } from "./match-row.ts";
import { type Match, matchName, matchTitle, type Names } from "./match-title.ts";
import { nameKey } from "./name-key.ts";
import type { Left, Place, Point } from "./point.ts";
import { type SlideUnits, unitsOn } from "./read-slide.ts";
import type { SourceSlide } from "./source.ts";
import type { Row } from "./table.ts";
import type { Unit } from "./unit.ts";
import { type Warning, warning, type WarningCode } from "./warning.ts";

/** The slide before, as far as the next may go on from it. */
type Before = {
  place: number;
  ref: string | null;
  title: string;
  theme: number | null;
  kind: FindingKind;
  dangling: FindingKind | null;
};

/** What our own decks print before a finding: its place, and what became of it. */
const led = /^(?:[SWA]\d{1,2}(?:, (?:Confirmed|Changed|New))?|Confirmed|Changed|New): /;

const cited = /(?:\s+\[(?:E\d+|\+\d+)\])+$/;

/** How many words over the first heading may be names. */
const mostNames = 10;

/** What is listed under one title: on a slide, or in a row of a table. */
type List = { match: Match; before: Before | null; units: Unit[]; title: string; row: Place["row"] };

export class Reading {
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
    const { title, units, rows } = unitsOn(slide);
    this.warnings.push(warning("hidden-slide", slide.number));
    const inRows = rows.flatMap((row) => [...row.names, ...row.units.map(({ text }) => text)]);
    for (const text of [title, ...units.map(({ text }) => text), ...inRows].filter(Boolean)) {
      this.left.push({ slide: slide.number, text: text.replace(/\s+/g, " "), why: "hidden" });
    }
  }

  #leave({ number }: SourceSlide, units: { text: string; is?: Unit["is"] }[], why: Left["why"]): void {
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
    this.#units(slide, place, { match, units: rest, title: read.title, tabled: read.rows.length > 0 });
    if (read.rows.length) this.#rows(slide, place, match, read);
  }

  #units(
    slide: SourceSlide,
    place: number,
    { tabled, ...list }: Pick<List, "match" | "units" | "title"> & { tabled: boolean },
  ): void {
    const { match, units, title } = list;
    const before = this.#before?.place === place - 1 ? this.#before : null;
    const items = units.filter((unit) => unit.is === "item" && unit.bullet !== false);
    const goesOn = !tabled && before && match.ref !== null && before.ref === match.ref && items.length > 0;
    if (goesOn || units.some(({ is }) => is === "heading")) {
      return this.#list(slide, place, { ...list, before, row: undefined });
    }
    this.#leave(slide, units, tabled ? "beside" : "context");
    if (match.ref === null && match.theme === null && !tabled) {
      this.#theme = units.length || !title ? this.#theme : null;
    }
  }

  /** Each row of a table under the line that it names; where none names one, all are of the slide's line. */
  #rows(slide: SourceSlide, place: number, own: Match, { title, rows }: SlideUnits): void {
    const matches = rows.map(({ names }) => {
      const match = matchRow(this.names, names, this.#theme);
      this.#theme = match.theme ?? this.#theme;
      return match;
    });
    const named = matches.some(({ ref }) => ref !== null);
    const previous = this.#before && this.#before.place >= place - 1 ? this.#before : null;
    for (const [at, row] of rows.entries()) {
      const match = matches[at]!;
      const used = named ? match.used : [];
      this.#leave(slide, namesIn(row, used), "name");
      this.#leave(slide, namesIn(row, used, false), "beside");
      if (!row.units.length) continue;
      const of = named || own.ref === null ? match : own;
      const name = row.names.join(" – ");
      const before = at > 0 ? this.#before : previous;
      // A row without a name goes on from the one above; one whose name is not known does not.
      const list = { match: of, before: !name || of.ref !== null ? before : null, units: row.units, title: name };
      this.#list(slide, place, { ...list, row: { number: at + 1, name } });
    }
    if (this.#before) this.#before = { ...this.#before, title: nameKey(title) };
  }

  /** Words over the first heading that are the name of a theme or a line, as our own decks print them. */
  #names(units: Unit[]): { named: Unit[]; rest: Unit[] } {
    const first = units.findIndex(({ is }) => is === "heading");
    const over = units.slice(0, first < 0 ? 1 : Math.min(first, mostNames));
    const named = over.filter((unit) => {
      if (unit.is !== "item") return false;
      const { ref, theme } = matchName(this.names, unit.text, this.#theme);
      return ref !== null || theme !== null;
    });
    return { named, rest: units.filter((unit) => !named.includes(unit)) };
  }

  #match({ title }: SlideUnits, named: Unit[]): Match {
    const hints = named.map(({ text }) => matchName(this.names, text, this.#theme));
    const theme = hints.find((hint) => hint.theme !== null)?.theme ?? this.#theme;
    const own = matchTitle(this.names, title, theme);
    if (own.ref !== null && !own.loose) return own;
    const hint = hints.find(({ ref }) => ref !== null);
    return hint && !title ? hint : hint && own.ref === null ? { ...hint, loose: true } : own;
  }

  #list(slide: SourceSlide, place: number, list: List): void {
    const { match, before, units, title, row } = list;
    const ref = this.#lineOf(slide, list);
    if (slide.guessed && !row) this.#warn("title-guessed", slide.number);
    let kind: FindingKind | null = null;
    let goesOn = false;
    let base: number | null = null;
    for (const [n, unit] of units.entries()) {
      if (unit.is === "heading") {
        [kind, goesOn, base] = [unit.kind, unit.continued || match.continued, null];
        this.left.push({ slide: slide.number, text: unit.text, why: "heading" });
        const last = units[n - 1];
        if (last?.is === "item" && last.glued) this.#warn("glued-heading", slide.number);
        continue;
      }
      if (unit.is === "row" || saysNothing(unit.text)) {
        this.#leave(slide, [unit], unit.is === "row" ? "beside" : "nothing");
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
      this.#point(slide, n, { ref, kind, text: unit.text, row, below: unit.level > base, glued: unit.glued });
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
    { number }: SourceSlide,
    n: number,
    {
      below,
      glued,
      text: words,
      ...at
    }: Pick<Point, "ref" | "kind" | "text" | "row"> & Record<"below" | "glued", boolean>,
  ): void {
    const cites = cited.exec(words)?.[0].match(/E\d+/g) ?? [];
    const text = words.replace(cited, "").replace(led, "");
    const codes: WarningCode[] = [];
    if (glued) codes.push("glued-heading");
    if (below) codes.push("sub-point");
    if (text.length > FINDING_LENGTH) codes.push("too-long");
    for (const code of codes) if (code !== "glued-heading") this.#warn(code as "sub-point" | "too-long", number);
    const doubtful = this.warnings.filter((each) => each.slide === number).map(({ code }) => code);
    const ofLine = doubtful.filter((code) =>
      ["title-mismatch", "repeated-title", "line-guessed", "no-line"].includes(code),
    );
    const id = at.row ? `${number}-${at.row.number}-${n + 1}` : `${number}-${n + 1}`;
    this.points.push({ ...at, id, slide: number, text, words, cites, codes: [...new Set([...codes, ...ofLine])] });
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

  #lineOf({ number }: SourceSlide, { match, before, units, title, row }: List): string | null {
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
    this.#warn(row ? "row-without-line" : "no-line", number);
    return null;
  }
}

/** The cells of a row that name its line, or the others. */
const namesIn = ({ names }: Row, used: string[], named = true) =>
  names.filter((name) => used.includes(name) === named).map((text) => ({ text }));
