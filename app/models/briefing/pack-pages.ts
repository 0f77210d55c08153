/** The pages of a sealed pack, made of its value alone: the same pack gives the same pages. */
import type { Briefing, BriefingFinding, BriefingLine, BriefingTheme } from "./briefing.ts";
import { longDate } from "./date.ts";
import { citedPlace, neverHeld, omissionReasons, type Pack } from "./pack.ts";
import { type Hash, list, packPage, paragraph, table } from "./pack-page.ts";
import { html } from "./slide-html.ts";

type Rated = { rating: { level: string; reason: string } | null };

const rating = ({ rating: given }: Rated): string =>
  given ? `<p><b>${html(given.level)}.</b> ${html(given.reason)}</p>` : '<p class="muted">Not rated.</p>';

const moment = (iso: string) => `${longDate(iso.slice(0, 10))}, ${iso.slice(11, 16)} UTC`;

const link = (to: string, title: string) => `<a href="${html(to)}">${html(title)}</a>`;

function finding(pack: Pack, { text, note, inferred, recognised, citations }: BriefingFinding): string {
  const cited = citations.map(({ evidence, locator, quote }) => {
    const place = citedPlace(pack, evidence, locator);
    const name = [evidence, locator].filter(Boolean).join(", ");
    const named = place ? link(place, name) : `${html(name)} <span class="muted">(left out)</span>`;
    return named + (quote ? `<blockquote>${html(quote)}</blockquote>` : "");
  });
  return [
    html(text),
    recognised ? ' <span class="muted">(The council had found this itself.)</span>' : "",
    inferred ? `<br><span class="muted">Restored and not certain: ${html(inferred)}</span>` : "",
    note ? `<br><span class="muted">Note for the team: ${html(note)}</span>` : "",
    cited.length ? list(cited) : '<br><span class="muted">Cites no evidence.</span>',
  ].join("");
}

function line(pack: Pack, of: BriefingLine): string {
  const kinds = [
    ["Strengths", of.strengths],
    ["Weaknesses", of.weaknesses],
    ["Areas to explore", of.areas],
  ] as const;
  return [
    `<h3 id="line-${of.ref}">${of.ref} ${html(of.title)}</h3>`,
    rating(of),
    ...kinds.flatMap(([title, all]) =>
      all.length ? [`<h4>${title}</h4>`, list(all.map((one) => finding(pack, one)))] : [],
    ),
  ].join("\n");
}

const themeFile = ({ number }: { number: number }) => `theme-${number}.html`;

const theme = (pack: Pack, of: BriefingTheme): string =>
  [rating(of), "<h2>Lines of enquiry</h2>", ...of.lines.map((one) => line(pack, one))].join("\n");

function start(pack: Pack): string {
  const { briefing, made, evidence, omissions, publications } = pack;
  const { title, kind, council, date, source, licence, judgements } = briefing;
  const files = evidence.reduce((sum, one) => sum + one.files.length, 0);
  return [
    paragraph(`${kind}, ${council}, ${longDate(date)}. Made on ${moment(made)}.`),
    paragraph(
      `This is what the inspection “${title}” rests on: its framework, findings, ratings and ${files} files of evidence. It needs no software but a browser, and no network.`,
    ),
    `<p>${link("verify.html", "Check that it is whole")}. ${link("left-out.html", `What was left out (${omissions.length})`)}.</p>`,
    source ? paragraph(`Source: ${source}.${licence ? ` ${licence}.` : ""}`) : "",
    ...judgements.flatMap((judgement) => [
      `<h2>Judgement ${judgement.number}: ${html(judgement.title)}</h2>`,
      rating(judgement),
      table(
        `Themes of judgement ${judgement.number}`,
        ["Theme", "Rating"],
        judgement.themes.map((one) => [
          link(themeFile(one), `${one.number} ${one.title}`),
          one.rating ? html(one.rating.level) : "Not rated",
        ]),
      ),
    ]),
    publications.length ? "<h2>Published versions</h2>" : "",
    list(
      publications.map(
        ({ number, at, digest, reason }) =>
          `Version ${number}, ${moment(at)}${reason ? `: ${html(reason)}` : ""}<br><span class="hash">SHA-256 ${html(digest)}</span>`,
      ),
    ),
    `<h2>For programs</h2>${list([link("data/briefing.json", "All findings as JSON"), link("data/briefing.md", "The same as Markdown"), link("data/framework.json", "The framework as JSON"), link("manifest.json", "The manifest: each file and its SHA-256")])}`,
  ].join("\n");
}

const bytes = (size: number) =>
  size < 1000 ? `${size} bytes` : size < 1e6 ? `${Math.round(size / 1000)} kB` : `${(size / 1e6).toFixed(1)} MB`;

const evidencePage = ({ evidence }: Pack): string =>
  evidence
    .map(({ ref, title, kind, asAt, files }) =>
      [
        `<h2 id="${html(ref)}">${html(ref)} ${html(title)}</h2>`,
        paragraph(`${kind}${asAt ? `, ${longDate(asAt)}` : ""}.`),
        list(
          files.map(
            ({ path, name, size, sha256, revision, current }) =>
              `${link(path, name)}, ${bytes(size)}${current ? "" : `, version ${revision}, which was cited and replaced since`}${path.endsWith(".txt") && !/\.txt$/i.test(name) ? ", named as text because it could run when opened" : ""}<br><span class="hash">SHA-256 ${sha256}</span>`,
          ),
        ),
      ].join("\n"),
    )
    .join("\n") || paragraph("No evidence is in this pack.");

function leftOut({ omissions, side }: Pack): string {
  const rows = omissions.map(({ ref, title, reason }) => [html(ref), html(title), html(omissionReasons[reason])]);
  return [
    "<h2>Evidence</h2>",
    rows.length
      ? table("Evidence left out", ["Reference", "Evidence", "Why"], rows)
      : paragraph("No evidence that may be named was left out."),
    "<h2>What no pack of this kind holds</h2>",
    list(neverHeld[side].map(html)),
  ].join("\n");
}

function frameworkPage({ framework }: Pack): string {
  const { title, publisher, edition, source, licence, judgements } = framework;
  return [
    paragraph(`${title}. ${publisher}, ${edition}.`),
    paragraph(`Source: ${source}. ${licence}.`),
    ...judgements.flatMap((judgement) => [
      `<h2>Judgement ${judgement.number}: ${html(judgement.title)}</h2>`,
      ...judgement.guidance.map(paragraph),
      ...judgement.themes.flatMap((one) => [
        `<h3>${one.number} ${html(one.title)}</h3>`,
        ...one.guidance.map(paragraph),
        ...one.lines.flatMap(({ ref, title: name, guidance }) => [
          `<h4>${ref} ${html(name)}</h4>`,
          ...guidance.map(paragraph),
        ]),
      ]),
    ]),
  ].join("\n");
}

function recordPage({ record, side }: Pack): string {
  const { head, tree, entries } = record;
  const inside = side === "inspectorate";
  return [
    paragraph("The product writes down each thing that is done, chained to the one before, so that a change shows."),
    tree
      ? paragraph(
          `When the pack was made the record had ${tree.size} entries. Its last hash and the root over all of them:`,
        )
      : paragraph("When the pack was made, the last hash of the record was:"),
    `<p class="hash">${html(head)}${tree ? `<br>${html(tree.root)}` : ""}</p>`,
    tree
      ? paragraph(
          "“audit/leaves.txt” has a hash for each entry, and “audit/entries.jsonl” the entries of this inspection that the pack may hold. The checker makes both hashes again from the leaves, and each leaf from its entry.",
        )
      : paragraph("The inspectorate can show that its record went through this hash."),
    table(
      "Entries of this inspection",
      [...(inside ? ["Entry"] : []), "When (UTC)", "What", "Of what"],
      entries.map(({ seq, at, action, subject }) => [
        ...(inside ? [String(seq)] : []),
        html(at.slice(0, 19).replace("T", " ")),
        html(action),
        `<span class="hash">${html(subject)}</span>`,
      ]),
    ),
  ].join("\n");
}

/** Every page but the one that checks, by its path. */
export function packPages(pack: Pack, hash: Hash): Map<string, string> {
  const { briefing, made } = pack;
  const frame = {
    pack: `${briefing.title} – sealed pack`,
    foot: `Made on ${moment(made)} for the ${pack.side}. Inspection ${briefing.inspection}.`,
  };
  const pages: [path: string, title: string, body: string][] = [
    ["index.html", briefing.title, start(pack)],
    ...themesOf(briefing).map((one): [string, string, string] => [
      themeFile(one),
      `${one.number} ${one.title}`,
      theme(pack, one),
    ]),
    ["evidence.html", "Evidence", evidencePage(pack)],
    ["framework.html", "Framework", frameworkPage(pack)],
    ["record.html", "Record", recordPage(pack)],
    ["left-out.html", "What was left out, and why", leftOut(pack)],
  ];
  return new Map(pages.map(([path, title, body]) => [path, packPage({ ...frame, title }, body, hash)]));
}

const themesOf = ({ judgements }: Briefing) => judgements.flatMap(({ themes }) => themes);
