/** One slide as HTML that serves at any size: its style, in units of the slide's own width, is in html-style.ts. */
import { legal } from "#app/models/evidence/office-xml.ts";

import { chart } from "./chart-html.ts";
import { signs, toneOf } from "./colour.ts";
import type {
  Cell,
  Column,
  CoverSlide,
  DividerSlide,
  FindingsSlide,
  Item,
  ListSlide,
  Slide,
  StatementSlide,
  TableSlide,
} from "./deck.ts";
import { shownLead, shownText } from "./item.ts";
import { markSize, size, titleRuns } from "./page.ts";

export type Frame = {
  number: number;
  footer: string;
  /** A word across the slide. Its footer says it too, so this is for the eye alone. */
  watermark?: string | undefined;
  /** The class under which the look of a template is told: `lookName` of theme-style.ts. */
  look?: string | undefined;
  /** Given where the slide stands in a document once: names it, its title and its evidence, and turns citations into links. */
  id?: string;
  /** Of the title's heading; sections come one below it. */
  level?: 1 | 2 | 3;
};

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Text and attribute values alike. */
export function html(text: string): string {
  return legal(text).replace(/[&<>"']/g, (character) => entities[character]!);
}

export function slideHtml(slide: Slide, frame: Frame): string {
  const named = frame.id ? ` id="${html(frame.id)}" aria-labelledby="${html(frame.id)}-title" tabindex="-1"` : "";
  const look = frame.look ? ` ${frame.look}` : "";
  return `<section class="slide slide--${slide.kind}${look}"${named}><div class="slide-page">${mark(frame)}${bodyOf(slide, frame)}</div></section>`;
}

function bodyOf(slide: Slide, frame: Frame): string {
  switch (slide.kind) {
    case "cover":
      return head(slide, frame) + cover(slide);
    case "divider":
      return head(slide, frame) + divider(slide);
    case "findings":
      return head(slide, frame) + findings(slide, frame) + foot(frame);
    case "list":
      return head(slide, frame) + list(slide, frame) + foot(frame);
    case "statement":
      return head(slide, frame) + statement(slide, frame) + foot(frame);
    case "table":
      return head(slide, frame) + table(slide, frame) + foot(frame);
    case "chart":
      return head(slide, frame) + chart(slide, html) + foot(frame);
  }
}

function mark({ watermark }: Frame): string {
  if (!watermark) return "";
  const long = markSize(watermark) < markSize("") ? " slide-mark-long" : "";
  return `<span class="slide-mark${long}" aria-hidden="true" data-word="${html(watermark)}"></span>`;
}

function head({ title, overline }: Slide, { id, level = 2 }: Frame): string {
  const over = overline && `<p class="slide-overline">${html(overline)}</p>`;
  return `${over}<h${level} class="slide-title"${id ? ` id="${html(id)}-title"` : ""}>${titleHtml(title)}</h${level}>`;
}

function titleHtml(title: string): string {
  const [name, ...ending] = titleRuns(title);
  return html(name.text) + ending.map(({ text }) => `<span class="slide-more">${html(text)}</span>`).join("");
}

function foot({ number, footer }: Frame): string {
  return `<p class="slide-foot"><span>${html(footer)}</span><b>${number}</b></p>`;
}

const each = <T>(tag: string, list: T[], inside: (one: T) => string): string =>
  list.map((one) => `<${tag}>${inside(one)}</${tag}>`).join("");

function cover({ lines }: CoverSlide): string {
  return `<div class="slide-lines">${each("p", lines, html)}</div>`;
}

function divider({ columns }: DividerSlide): string {
  return `<div class="slide-contents">${columns.map((lines) => `<ul>${each("li", lines, html)}</ul>`).join("")}</div>`;
}

function findings({ rows, points }: FindingsSlide, frame: Frame): string {
  const larger = points > size.finding ? ` slide-row-at-${points}` : "";
  return rows
    .map(
      (columns) =>
        `<div class="slide-row slide-row-${columns[0]!.share}${larger}">${columns.map((one) => section(one, frame)).join("")}</div>`,
    )
    .join("");
}

function section({ section: { key, heading, items } }: Column, frame: Frame): string {
  const level = (frame.level ?? 2) + 1;
  const sign = `<span class="slide-sign" aria-hidden="true">${signs[key]}</span>`;
  return (
    `<div class="slide-section slide-${key}"><h${level}>${sign}${html(heading)}</h${level}>` +
    `<ul>${items.map((item) => listItem(item, frame)).join("")}</ul></div>`
  );
}

function listItem(item: Item, frame: Frame, inside = ""): string {
  const goesOn = item.piece === "middle" || item.piece === "last";
  const kind = goesOn ? ' class="slide-goes-on"' : item.quiet ? ' class="slide-quiet"' : "";
  return `<li${kind}>${words(item, frame)}${inside}</li>`;
}

function words(item: Item, { id }: Frame): string {
  const lead = shownLead(item);
  const cites = item.cites.map(({ label }) => {
    const shown = html(label);
    return id && /^E\d+$/.test(label) ? `<a href="#${shown}">[${shown}]</a>` : `[${shown}]`;
  });
  const cited = cites.length > 0 ? `\u00a0<small>${cites.join(" ")}</small>` : "";
  return (lead && `<b>${html(lead)}</b>`) + html(shownText(item)) + cited;
}

function list({ items }: ListSlide, frame: Frame): string {
  let out = "";
  for (let n = 0; n < items.length;) {
    const { style } = items[n]!;
    let next = n + 1;
    while (style !== "prose" && next < items.length && items[next]!.style !== "prose") next++;
    const run = items.slice(n, next);
    out += style === "prose" ? `<p>${words(run[0]!, frame)}</p>` : `<ul>${listItems(run, frame)}</ul>`;
    n = next;
  }
  return `<div class="slide-list">${out}</div>`;
}

/** Points, each with the parts that follow it in a list of its own. */
function listItems(items: Item[], frame: Frame): string {
  let out = "";
  for (let n = 0; n < items.length;) {
    let next = n + 1;
    while (next < items.length && items[next]!.style === "part") next++;
    const parts = items.slice(n + 1, next);
    out += listItem(
      items[n]!,
      frame,
      parts.length > 0 ? `<ul>${parts.map((part) => listItem(part, frame)).join("")}</ul>` : "",
    );
    n = next;
  }
  return out;
}

function statement({ items }: StatementSlide, frame: Frame): string {
  return `<div class="slide-statement">${each("p", items, (item) => words(item, frame))}</div>`;
}

function table({ role, header, rows, alt }: TableSlide, { id }: Frame): string {
  const columns = header.map((name) => `<th scope="col">${html(name)}</th>`).join("");
  const lines = rows.map(({ cells: [first, ...rest], group }) => {
    const named = id && role === "evidence" ? ` id="${html(first!.text)}"` : "";
    const name = `<th scope="row">${html(first!.text)}</th>`;
    return `<tr${named}${group ? ' class="slide-group"' : ""}>${name}${rest.map(cell).join("")}</tr>`;
  });
  return (
    `<table class="slide-table slide-${role}"><caption>${html(alt)}</caption>` +
    `<thead><tr>${columns}</tr></thead><tbody>${lines.join("")}</tbody></table>`
  );
}

function cell({ text, tone }: Cell): string {
  return `<td${tone === null ? "" : ` class="slide-tone-${toneOf(tone).name}"`}>${html(text)}</td>`;
}
