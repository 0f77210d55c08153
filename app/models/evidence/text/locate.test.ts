import fc from "fast-check";
import { expect, test } from "vitest";

import { foldText, foldWithin, unfold } from "./folded-text.ts";
import { anchor, anchorAt, relocate } from "./locate.ts";

const page =
  "The budget for those services is then £6.3 million (internal or external services).\n" +
  "The £1.8 million had been removed as agreed by cabinet. Co-production goes on with providers.\n" +
  "Most services have worked with us to settle the reduction of 15 % to their current contract value.";

const found = (text: string, exact: string) => {
  const { state, start, end } = relocate(text, anchor(page, exact)!);
  return [state, start === null ? null : text.slice(start, end)];
};

test("an anchor holds the quotation, and 32 characters before and behind it", () => {
  expect(anchor(page, "£1.8 million")).toEqual({
    start: 88,
    end: 100,
    exact: "£1.8 million",
    prefix: "rnal or external services).\nThe ",
    suffix: " had been removed as agreed by c",
  });
  expect(anchor(page, "the budget\nwas")).toBeNull();
  expect(anchor(page, "  ")).toBeNull();
  expect(anchor("co-\nproduction  of plans", "co-production of")).toMatchObject({ start: 0, end: 18, prefix: "" });
});

test("a quotation is found again word for word however white space, hyphens and ligatures are written", () => {
  const quote = "removed as agreed by cabinet. Co-production goes on";
  expect(found(page, quote)).toEqual(["found", quote]);
  const other = page.replace("as agreed", "as\n  agreed").replace("Co-production", "Co-\nproduction");
  expect(found(`New first line.\n${other}`, quote)).toEqual([
    "found",
    "removed as\n  agreed by cabinet. Co-\nproduction goes on",
  ]);
  expect(found(page.replace("Co-production", "Co\u00adpro\u00ad\nduction"), quote)[0]).toBe("found");
  expect(
    relocate("It is e\ufb03cient and \uff12\uff15%", { exact: "efficient and 25%", prefix: "", suffix: "", start: 0 }),
  ).toEqual({
    state: "found",
    start: 6,
    end: 21,
  });
});

test("of several places the one with the same neighbours is taken, then the one nearest", () => {
  const text = "We meet monthly in May. They meet monthly in June. We meet monthly in July.";
  const second = anchorAt(text, 29, 41);
  expect(second.exact).toBe("meet monthly");
  expect(relocate(`Preface, and more. ${text}`, second)).toEqual({ state: "found", start: 48, end: 60 });
  const same = "meet monthly. ".repeat(5);
  expect(relocate(same, { exact: "meet monthly", prefix: "", suffix: "", start: 29 })).toMatchObject({ start: 28 });
});

test("a quotation that was changed a little is near; one that is gone is lost", () => {
  const quote = "Most services have worked with us to settle the reduction of 15 %";
  const changed = page.replace("Most services", "Most of the services").replace("15 %", "15%");
  expect(found(changed, quote)).toEqual(["near", "the services have worked with us to settle the reduction of 15%"]);
  expect(found(page.slice(0, 150), quote)).toEqual(["lost", null]);
  expect(relocate("", anchor(page, quote)!)).toEqual({ state: "lost", start: null, end: null });
  expect(relocate(page, { exact: "", prefix: "", suffix: "", start: 0 }).state).toBe("lost");
});

const words = fc.array(fc.stringMatching(/^[a-zé£%-]{1,9}$/u), { minLength: 20, maxLength: 120 });

const bare = (text: string) => text.replace(/[-\s]/g, "");

test("whatever is marked is found where it was, and again when text is put before it", () => {
  fc.assert(
    fc.property(words, fc.nat(), fc.nat(), fc.string({ unit: "grapheme", maxLength: 60 }), (list, a, b, before) => {
      const text = list.join(" ");
      const start = a % (text.length - 1);
      const end = start + 1 + (b % (text.length - start));
      const marked = anchorAt(text, start, end);
      fc.pre(foldWithin(marked.prefix, marked.exact, marked.suffix) !== "");
      const here = relocate(text, marked);
      expect(here.state).toBe("found");
      expect(bare(text.slice(here.start!, here.end!))).toBe(bare(marked.exact));
      const moved = relocate(`${before}\n\n${text}`, marked);
      expect(moved.state).toBe("found");
    }),
  );
});

test("another wrapping of the lines changes nothing", () => {
  fc.assert(
    fc.property(words, fc.nat(), fc.nat(), (list, a, b) => {
      const first = a % (list.length - 5);
      const quote = list.slice(first, first + 5 + (b % 5)).join(" ");
      const marked = anchor(list.join(" "), quote)!;
      expect(relocate(list.join("\n"), marked).state).toBe("found");
      expect(relocate(list.join("  \n "), marked).state).toBe("found");
    }),
  );
});

test("offsets of folded text lead back to the original", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), fc.nat(), fc.nat(), (original, a, b) => {
      const folded = foldText(original);
      expect(folded.starts).toHaveLength(folded.text.length + 1);
      const start = a % (folded.text.length + 1);
      const end = start + (b % (folded.text.length + 1 - start));
      const place = unfold(folded, start, end);
      expect(place.start).toBeLessThanOrEqual(place.end);
      expect(place.end).toBeLessThanOrEqual(original.length);
    }),
  );
});
