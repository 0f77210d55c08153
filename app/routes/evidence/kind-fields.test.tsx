import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";

import { evidenceKinds, kinds } from "#app/models/evidence/kinds/kinds.ts";
import { checkOwn, ownName } from "#app/models/evidence/kinds/own-fields.ts";

import { ownFactsOf } from "./item-facts.ts";
import { KindFields } from "./kind-fields.tsx";

const formOf = (kind: (typeof evidenceKinds)[number], values: Record<string, string> = {}, errors = {}) =>
  renderToStaticMarkup(<KindFields kind={kind} values={values} errors={errors} />);

/** An answer that fits each type of question. */
const fitting = { text: "Words", long: "Two\nlines", day: "2016-09-09", number: "12", address: "https://a.test/" };

test("the form of every kind asks what the registry says, and its page shows what was answered", () => {
  for (const kind of evidenceKinds) {
    const form = formOf(kind);
    for (const field of kinds[kind].fields) {
      expect(form).toContain(`<label for="${ownName(field)}">`);
      expect(form).toMatch(new RegExp(`<(input|select|textarea)[^>]* name="${ownName(field)}"`));
    }
    const answers = kinds[kind].fields.map((field) => {
      if (field.type === "choice") return [field.name, field.choices[0]?.value ?? ""];
      return [field.name, field.type === "rows" ? "Said | Done" : fitting[field.type]];
    });
    const { values, errors } = checkOwn(kind, Object.fromEntries(answers) as Record<string, string>);
    expect([kind, errors]).toEqual([kind, {}]);
    expect(ownFactsOf(kind, values).map(({ label }) => label)).toEqual(kinds[kind].fields.map(({ label }) => label));
  }
});

test("what was typed for another kind comes along unseen, and a message stands beside its field", () => {
  const typed = { title: "x", "own-maker": "Cabinet", "own-body": "Core <group>" };
  const form = formOf("minutes", typed, { "own-body": "Too long" });
  expect(form).toContain('value="Core &lt;group&gt;"');
  expect(form).toContain('<input type="hidden" name="own-maker" value="Cabinet"/>');
  expect(form).toContain('id="own-body-error"');
  expect(formOf("decision", typed)).toContain('<input type="hidden" name="own-body" value="Core &lt;group&gt;"/>');
});
