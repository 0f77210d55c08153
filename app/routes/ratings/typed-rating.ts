/** A rating as it was typed into its form. */
import type { Form } from "#app/platform/form.server.ts";
import { tickedIn } from "#app/ui/statements.tsx";

export const typedRating = (form: Form) => ({
  level: form.number("level"),
  reason: form.value("reason"),
  statements: [...(tickedIn(Object.fromEntries(form.fields)) ?? [])],
  version: form.number("version") ?? 0,
});

/** "1" -> 1; what is no number is none that a framework has. */
export const numberOf = (typed: string | undefined): number => (/^\d{1,4}$/.test(typed ?? "") ? Number(typed) : NaN);
