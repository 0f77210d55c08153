/** The frame of each page of a sealed pack: no script, nothing from elsewhere, and readable from a stick. */
import { html } from "./slide-html.ts";

/** SHA-256 in base64. */
export type Hash = (text: string) => string;

export const packStyle = [
  "body{margin:0;font:1rem/1.5 system-ui,sans-serif;color:#0b0c0c;background:#fff}",
  "header,main,footer{max-width:60rem;margin:0 auto;padding:1rem 1.25rem;overflow-wrap:break-word}",
  "header{border-bottom:4px solid #1d4f91}footer{border-top:1px solid #b1b4b6;color:#505a5f;font-size:.875rem}",
  "nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;list-style:none;margin:.5rem 0 0;padding:0}",
  "h1{font-size:1.75rem;line-height:1.2;margin:1rem 0}h2{font-size:1.375rem;margin:2rem 0 .5rem}h3{font-size:1.125rem;margin:1.5rem 0 .25rem}h4{font-size:1rem;margin:1rem 0 .25rem}",
  "input{max-width:100%}a{color:#1d4f91}a:focus-visible,button:focus-visible,input:focus-visible{outline:3px solid #ffdd00;outline-offset:2px}",
  "table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.375rem .75rem .375rem 0;border-bottom:1px solid #b1b4b6}",
  ".wide{overflow-x:auto}.hash,code{font:0.8125rem/1.4 ui-monospace,monospace;overflow-wrap:anywhere}",
  ".muted{color:#505a5f}blockquote{margin:.25rem 0 .25rem 1rem;padding-left:.75rem;border-left:3px solid #b1b4b6}",
  ".drop{border:2px dashed #505a5f;padding:1rem 1.25rem;margin:1rem 0}.good{border-left:6px solid #00703c;padding-left:1rem}.bad{border-left:6px solid #b10e1e;padding-left:1rem}",
  "@media print{nav,.drop{display:none}}",
].join("\n");

export type PageFrame = { title: string; pack: string; foot: string };

const places = [
  ["index.html", "Start"],
  ["evidence.html", "Evidence"],
  ["framework.html", "Framework"],
  ["record.html", "Record"],
  ["left-out.html", "Left out"],
  ["verify.html", "Check this pack"],
] as const;

const policy = (style: string, script: string | null) =>
  [
    "default-src 'none'",
    `style-src 'sha256-${style}'`,
    ...(script ? [`script-src 'sha256-${script}'`] : []),
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");

/** A whole page. `body` is HTML; `script`, the text of the one script that it may run. */
export function packPage(
  { title, pack, foot }: PageFrame,
  body: string,
  hash: Hash,
  script: string | null = null,
): string {
  return [
    '<!doctype html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy(hash(packStyle), script && hash(script))}">`,
    '<meta name="referrer" content="no-referrer">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${html(title)} – ${html(pack)}</title>\n<style>${packStyle}</style>\n</head>\n<body>`,
    `<header><b>${html(pack)}</b><nav aria-label="Pack"><ul>`,
    places.map(([to, name]) => `<li><a href="${to}">${name}</a></li>`).join(""),
    `</ul></nav></header>\n<main>\n<h1>${html(title)}</h1>\n${body}\n</main>`,
    `<footer><p>${html(foot)}</p></footer>${script ? `<script>${script}</script>` : ""}\n</body>\n</html>\n`,
  ].join("\n");
}

export const paragraph = (text: string): string => `<p>${html(text)}</p>`;

export const list = (items: readonly string[]): string =>
  items.length ? `<ul>${items.map((item) => `<li>${item}</li>`).join("")}</ul>` : "";

/** A table whose cells are HTML. */
export const table = (caption: string, heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  [
    `<div class="wide" role="region" aria-label="${html(caption)}" tabindex="0"><table>`,
    `<thead><tr>${heads.map((head) => `<th scope="col">${html(head)}</th>`).join("")}</tr></thead><tbody>`,
    ...rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`),
    "</tbody></table></div>",
  ].join("\n");
