/**
 * Shows a number as its cell does: £8,100,000, 25%, 2018-10-31. Dates come out the same whatever the order that the
 * cell gives them, so that they can be searched. Source of the codes: ECMA-376 18.8.30 and 18.8.31.
 */
import { dateText, isDateCode } from "./date-format.ts";

/** Currency without a sign of its own is in the reader's money: pounds. */
const builtIn: Record<number, string> = {
  1: "0",
  2: "0.00",
  3: "#,##0",
  4: "#,##0.00",
  5: "£#,##0;-£#,##0",
  6: "£#,##0;-£#,##0",
  7: "£#,##0.00;-£#,##0.00",
  8: "£#,##0.00;-£#,##0.00",
  9: "0%",
  10: "0.00%",
  11: "0.00E+00",
  14: "yyyy-mm-dd",
  15: "d-mmm-yy",
  16: "d-mmm",
  17: "mmm-yy",
  18: "h:mm AM/PM",
  19: "h:mm:ss AM/PM",
  20: "h:mm",
  21: "h:mm:ss",
  22: "yyyy-mm-dd h:mm",
  37: "#,##0;(#,##0)",
  38: "#,##0;(#,##0)",
  39: "#,##0.00;(#,##0.00)",
  40: "#,##0.00;(#,##0.00)",
  41: "#,##0",
  42: "£#,##0",
  43: "#,##0.00",
  44: "£#,##0.00",
  45: "mm:ss",
  46: "[h]:mm:ss",
  47: "mm:ss",
  48: "0.0E+0",
};

/** The code of a built-in format; "General" where a number is shown as it is. */
export const builtInFormat = (id: number): string => builtIn[id] ?? "General";

const LONGEST_CODE = 255;

/** As Excel shows a number without a format: at most 15 digits, so that 0.1 + 0.2 is 0.3. */
export const plainNumber = (value: number): string => String(Number(value.toPrecision(15)));

/** The sections of a code: for what is above nought, below it, nought, and text. Quotes and escapes hide semicolons. */
function sectionsOf(code: string): string[] {
  const sections = [""];
  for (const [token] of code.matchAll(/"[^"]*"?|\\.?|\[[^\]]*\]?|./gs)) {
    if (token === ";") sections.push("");
    else sections[sections.length - 1] += token;
  }
  return sections;
}

type Pattern = { before: string; digits: string; after: string };

/** What stands around the digits as it is read, and the digits themselves. */
function patternOf(section: string): Pattern {
  const pattern: Pattern = { before: "", digits: "", after: "" };
  for (const [token] of section.matchAll(/"[^"]*"?|\\.?|_.?|\*.?|\[[^\]]*\]?|E[+-]|[0#?.,/]+|General|./gis)) {
    const sign = token[0] ?? "";
    if (/^([0#?.,/]+|E[+-]|General)$/i.test(token)) {
      // "0 000": a space between digits only parts them.
      pattern.digits += pattern.digits && pattern.after.trim() === "" ? token : pattern.digits ? "" : token;
      continue;
    }
    const shown =
      sign === '"'
        ? token.replaceAll('"', "")
        : sign === "\\"
          ? token.slice(1)
          : sign === "_" || sign === "*"
            ? ""
            : sign === "["
              ? (/^\[\$([^-\]]*)/.exec(token)?.[1] ?? "")
              : token;
    pattern[pattern.digits ? "after" : "before"] += shown;
  }
  return pattern;
}

const grouped = (whole: string): string => whole.replace(/\B(?=(\d{3})+$)/g, ",");

function digitsOf(value: number, digits: string): string {
  if (!/[0#?]/.test(digits) || digits.includes("/") || /E/i.test(digits)) return plainNumber(value);
  const [whole = "", decimals = ""] = digits.split(".");
  // Commas after the last digit show thousands, or millions: ECMA-376 18.8.31.
  const scale = (/,*$/.exec(decimals || whole)?.[0] ?? "").length;
  const most = Math.min(15, decimals.replace(/[^0#?]/g, "").length);
  const least = decimals.replace(/[^0?]/g, "").length;
  if (Math.abs(value) >= 1e21) return plainNumber(value);
  const fixed = (value / 1000 ** scale).toFixed(most);
  const [left = "0", right = ""] = fixed.split(".");
  // "#" and "?" show no nought of their own.
  const padded = (left === "0" && !whole.includes("0") ? "" : left).padStart(
    Math.min(30, whole.replace(/[^0]/g, "").length),
    "0",
  );
  const kept = right.slice(0, least) + right.slice(least).replace(/0+$/, "");
  const shown = /[#0?],+[#0?]/.test(whole) ? grouped(padded) : padded;
  return kept ? `${shown}.${kept}` : shown;
}

/** The section for a number, and the number as that section shows it. */
function chosen(value: number, sections: string[]): { section: string; value: number } {
  const [positive = "", negative, zero] = sections;
  if (value < 0 && negative !== undefined) return { section: negative, value: -value };
  if (value === 0 && zero !== undefined) return { section: zero, value };
  return { section: positive, value };
}

/** A number as a cell with this code shows it. Never throws: what the code does not say well is shown as a plain number. */
export function formatNumber(value: number, code: string, epoch1904 = false): string {
  if (!Number.isFinite(value)) return "";
  if (code === "General" || code === "@" || code.length > LONGEST_CODE) return plainNumber(value);
  if (isDateCode(code)) return dateText(value, code, epoch1904) ?? plainNumber(value);
  const { section, value: shown } = chosen(value, sectionsOf(code));
  const { before, digits, after } = patternOf(section);
  if (!digits) return before.trim() || (section ? "" : plainNumber(value));
  const percent = (before + after).split("%").length - 1;
  const text = digitsOf(Math.abs(shown) * 100 ** percent, digits);
  const minus = shown < 0 && /[1-9]/.test(text) ? "-" : "";
  return `${minus}${before}${text}${after}`.replace(/\s+/g, " ").trim();
}
