import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { formatFault } from "#app/models/frameworks/fault.ts";
import { briefing, type Briefing, type BriefingFinding, type BriefingLine } from "./briefing.ts";
import { fingerprint, wordsFingerprint } from "./fingerprint.ts";
import { readIdentifiers } from "./identifier.ts";
import { readBriefing } from "./read-markdown.ts";
import { writeBriefing } from "./write-markdown.ts";

const readme = readFileSync(new URL("../../../content/README.md", import.meta.url), "utf8");
const sample = [...readme.matchAll(/^```markdown\n(.*?)^```$/gms)][3]?.[1] ?? "";

const sign = fc.constantFrom(
  ..."\\#-+*>`~_=|<[]{}()&!?:;,.\"'“”1e \t\u00a0\ufeffé😀",
  ...["a", "word", ": ", ", ", ': "', " (", ")", " (lead)", "(lead)", "---", "```", "1.", "2026-05-12", ", 2026-05-12"],
  ...[
    "Note: ",
    "Source: E1",
    "Recognised by the council",
    "- ",
    "# ",
    "[x]: y",
    "<b>",
    "| - |",
    "null",
    "true",
    "\\|",
    "\\ ",
  ],
);
const whole = fc.constantFrom("~~~", "___", "2026-05-12", "x (y)", "x (lead)", "x, 2026-05-12", "E1: x", "#");
const text = fc
  .oneof(whole, fc.string({ unit: sign, maxLength: 12 }), fc.string({ unit: "binary" }), fc.string())
  .map((value) => value.replace(/[\n\r\u2028\u2029]/g, "").trim())
  .filter((value) => value !== "");
const maybe = fc.option(text);
const date = fc.constantFrom("2026-05-12", "2007-12-31", "2024-02-29");

const finding: fc.Arbitrary<BriefingFinding> = fc.record({
  text,
  note: maybe,
  inferred: maybe,
  recognised: fc.boolean(),
  citations: fc.array(fc.record({ evidence: fc.constantFrom("E1", "E20"), locator: maybe, quote: maybe }), {
    maxLength: 2,
  }),
});
const findings = fc.array(finding, { maxLength: 2 });
const rating = fc.option(fc.record({ level: text, reason: text }));
const line = fc.record({ title: text, rating, strengths: findings, weaknesses: findings, areas: findings });
const theme = fc.record({ title: text, rating, lines: fc.array(line, { maxLength: 2 }) });
const judgement = fc.record({ title: text, rating, themes: fc.array(theme, { maxLength: 2 }) });

const anyBriefing: fc.Arbitrary<Briefing> = fc
  .record(
    {
      title: text,
      kind: text,
      council: text,
      inspection: fc.constantFrom("sample-2026", "2026", "true"),
      framework: text,
      date,
      source: text,
      licence: text,
      team: fc.array(fc.record({ role: text, organisation: maybe, lead: fc.boolean() }), { maxLength: 3 }),
      agenda: fc.array(fc.record({ title: text, parts: fc.array(text, { maxLength: 3 }) }), { maxLength: 3 }),
      context: fc.array(
        fc.record({
          title: text,
          paragraphs: fc.array(text, { maxLength: 3 }),
          items: fc.array(text, { maxLength: 3 }),
        }),
        { maxLength: 3 },
      ),
      nextStages: fc.array(fc.record({ title: text, detail: maybe }), { maxLength: 3 }),
      judgements: fc.array(judgement, { maxLength: 2 }),
      evidence: fc.array(fc.record({ title: text, kind: maybe, asAt: fc.option(date) }), { maxLength: 4 }),
    },
    {
      requiredKeys: [
        "title",
        "kind",
        "council",
        "inspection",
        "framework",
        "date",
        "team",
        "agenda",
        "context",
        "nextStages",
        "judgements",
        "evidence",
      ],
    },
  )
  .map(numbered);

/** Gives each part a number of its own, as a briefing has them. */
function numbered({
  judgements,
  evidence,
  ...rest
}: Omit<Briefing, "judgements" | "evidence"> & {
  judgements: {
    title: string;
    rating: Briefing["judgements"][number]["rating"];
    themes: { title: string; lines: object[] }[];
  }[];
  evidence: object[];
}): Briefing {
  let number = 0;
  return briefing.parse({
    ...rest,
    judgements: judgements.map((value, index) => ({
      ...value,
      number: index + 1,
      themes: value.themes.map((part) => {
        number += 1;
        return { ...part, number, lines: part.lines.map((one, at) => ({ ...one, ref: `${number}.${at + 1}` })) };
      }),
    })),
    evidence: evidence.map((value, index) => ({ ...value, ref: `E${index + 1}` })),
  });
}

test("the README's example is in canonical form: it comes back byte for byte", () => {
  const { briefing: value } = readBriefing("sample.md", sample);
  expect(value && writeBriefing(value)).toBe(sample);
});

test("every briefing reads back as it was written, and writes the same again", () => {
  fc.assert(
    fc.property(anyBriefing, (value) => {
      const written = writeBriefing(value);
      const { briefing: back, faults } = readBriefing("b.md", written);
      expect(faults.map(formatFault)).toEqual([]);
      expect(back).toEqual(value);
      expect(back && writeBriefing(back)).toBe(written);
    }),
    { numRuns: 300 },
  );
});

test("findings with ids leave with identifiers, which stay as they left whatever becomes of the words", () => {
  fc.assert(
    fc.property(anyBriefing, (value) => {
      const all = value.judgements.flatMap(({ themes }) => themes.flatMap(({ lines }) => lines)).flatMap(listsOf);
      const ids = structuredClone(value);
      const marked = ids.judgements.flatMap(({ themes }) => themes.flatMap(({ lines }) => lines)).flatMap(listsOf);
      for (const [n, each] of marked.entries()) each.id = `id ${n}`;
      const written = writeBriefing(ids);
      const { briefing: back, faults } = readBriefing("b.md", written);
      expect(faults.map(formatFault)).toEqual([]);
      const { identifiers = [], ...rest } = back!;
      expect(rest).toEqual(value);
      expect(readIdentifiers(identifiers.join(" "))?.findings.map(({ finding: id, words }) => [id, words])).toEqual(
        all.map(({ text: words }, n) => [fingerprint(`id ${n}`), wordsFingerprint(words)]),
      );
      for (const each of back!.judgements
        .flatMap(({ themes }) => themes.flatMap(({ lines }) => lines))
        .flatMap(listsOf))
        each.text = `More, ${each.text}`;
      expect(readBriefing("b.md", writeBriefing(back!)).briefing?.identifiers).toEqual(back!.identifiers);
    }),
    { numRuns: 100 },
  );
});

const listsOf = ({ strengths, weaknesses, areas }: BriefingLine) => [...strengths, ...weaknesses, ...areas];

test("a text of several lines is written on one", () => {
  const { briefing: value } = readBriefing("sample.md", sample);
  const written =
    value && writeBriefing({ ...value, nextStages: [{ title: "Visit\n\n# dates", detail: " two\r\nlines " }] });
  expect(written).toContain("# Next stages\n\n- Visit # dates: two lines\n");
});
