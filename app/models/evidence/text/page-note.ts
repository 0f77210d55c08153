/** What people put onto a page of a PDF: what they typed into its form, and what they wrote beside its text. */
import { cleanLine } from "./clean-text.ts";

/** What pdf.js says of an annotation, as far as it is believed here. */
export type Annotation = {
  subtype?: unknown;
  annotationFlags?: unknown;
  fieldName?: unknown;
  alternativeText?: unknown;
  fieldValue?: unknown;
  checkBox?: unknown;
  password?: unknown;
  contentsObj?: { str?: unknown };
  titleObj?: { str?: unknown };
};

/** Hidden, or not to be viewed: PDF 32000-1, table 165. */
const UNSEEN = 2 | 32;
/** A form has thousands of fields at most. */
const MOST = 5_000;

const textIn = (value: unknown): string => (typeof value === "string" ? cleanLine(value) : "");

function fieldText({ fieldName, alternativeText, fieldValue, checkBox, password }: Annotation): string {
  const values = Array.isArray(fieldValue) ? fieldValue : [fieldValue];
  const value = values.map(textIn).filter(Boolean).join(", ");
  if (!value || password === true || (checkBox === true && value === "Off")) return "";
  const name = textIn(alternativeText) || textIn(fieldName) || "Field";
  return `${name}: ${checkBox === true ? "ticked" : value}`;
}

/** One line for each that is seen and says something. */
export function noteLines(annotations: readonly Annotation[]): string[] {
  return annotations.slice(0, MOST).flatMap((annotation) => {
    if (Number(annotation.annotationFlags ?? 0) & UNSEEN) return [];
    const words = textIn(annotation.contentsObj?.str);
    switch (annotation.subtype) {
      case "Widget":
        return fieldText(annotation) || [];
      case "FreeText":
        return words || [];
      case "Text":
      case "Highlight":
      case "Underline":
      case "StrikeOut":
        return words ? `Comment (${textIn(annotation.titleObj?.str) || "Someone"}): ${words}` : [];
      default:
        return [];
    }
  });
}
