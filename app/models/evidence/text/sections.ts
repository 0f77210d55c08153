/**
 * Cuts a flowing document at its headings. Each section is called by its number and its headings from the top down:
 * "Section 3: Governance › Partnerships (about page 4)". Without headings it is cut at its pages, where they are known.
 */
import { cleanLine } from "./clean-text.ts";
import { type Gathering, stopFull, WHOLE } from "./gathering.ts";

type Heading = { level: number; text: string };
/**
 * Pages that ended: where the program that wrote the file last broke them, and where someone typed a break. They are a
 * hint, since another program may break elsewhere; a typed break is written as rendered too.
 */
export type Breaks = { rendered: number; typed: number };

/** The lines of one section that began on one page. */
type Stretch = { headings: readonly Heading[]; before: Breaks; lines: string[]; notes: string[] };

export class Sections {
  readonly #into: Gathering;
  #headings: Heading[] = [];
  readonly #stretches: Stretch[] = [];
  #before: Breaks = { rendered: 0, typed: 0 };
  #length = 0;

  constructor(into: Gathering) {
    this.#into = into;
    this.#begin();
  }

  /** Begins a section. */
  heading(level: number, text: string): void {
    const title = cleanLine(text);
    if (!title) return;
    this.#headings = [...this.#headings.filter((above) => above.level < level), { level, text: title }];
    this.#begin();
    this.line(title);
  }

  /** A paragraph, a bullet or a row of a table. */
  line(text: string): void {
    if (!text.trim()) return;
    const here = this.#here;
    if (here.before === this.#before) here.lines.push(text);
    else this.#begin().lines.push(text);
    this.#length += text.length + 1;
    if (this.#length <= this.#into.room) return;
    this.end();
    stopFull(this.#into);
  }

  /** What stands at the foot of the section, such as a footnote. */
  note(text: string): void {
    if (text.trim()) this.#here.notes.push(text);
  }

  /** Pages that ended in what was just added. */
  breaks({ rendered, typed }: Breaks): void {
    if (!rendered && !typed) return;
    this.#before = { rendered: this.#before.rendered + rendered, typed: this.#before.typed + typed };
  }

  /** Hands over what there is. */
  end(): void {
    const { rendered, typed } = this.#before;
    const paged = rendered + typed > 0;
    const pageOf = ({ before }: Stretch) => 1 + (rendered > 0 ? before.rendered : before.typed);
    const headed = this.#stretches.some(({ headings }) => headings.length > 0);
    const together = (a: Stretch, b: Stretch) => a.headings === b.headings && (headed || pageOf(a) === pageOf(b));
    let number = 0;
    for (let at = 0; at < this.#stretches.length;) {
      const from = this.#stretches[at];
      if (!from) break;
      const parts: Stretch[] = [];
      for (let next = this.#stretches[at]; next && together(from, next); next = this.#stretches[++at]) parts.push(next);
      if (from.headings.length) number += 1;
      const text = [...parts.flatMap(({ lines }) => lines), ...parts.flatMap(({ notes }) => notes)].join("\n");
      const page = paged ? pageOf(from) : null;
      if (text) this.#into.add({ kind: "section", label: labelOf(from, { number, page, headed }), text });
    }
  }

  get #here(): Stretch {
    return this.#stretches.at(-1) ?? this.#begin();
  }

  #begin(): Stretch {
    const stretch: Stretch = { headings: this.#headings, before: this.#before, lines: [], notes: [] };
    this.#stretches.push(stretch);
    return stretch;
  }
}

function labelOf(
  { headings }: Stretch,
  { number, page, headed }: { number: number; page: number | null; headed: boolean },
): string {
  if (headings.length) {
    const about = page === null ? "" : ` (about page ${page})`;
    const title = headings.map(({ text }) => (text.length > 80 ? `${text.slice(0, 79)}…` : text)).join(" › ");
    return `Section ${number}: ${title.slice(-160)}${about}`;
  }
  if (headed) return "Opening";
  return page === null ? WHOLE : `About page ${page}`;
}
