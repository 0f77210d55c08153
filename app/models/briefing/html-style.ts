/** The style of slides in HTML, and of a document of them. Sizes are those of page.ts, in units of the slide's width. */
import { bar, columnGap } from "./arrange.ts";
import { tones } from "./colour.ts";
import { front } from "./front-slide.ts";
import { findingLook, look } from "./item.ts";
import { findingSizes, gap, markSize, page, size } from "./page.ts";
import { ownTheme, type Palette } from "./theme.ts";

/** Points of page.ts: shares of the slide's width, so that one markup serves any size. */
const q = (points: number): string => `calc(${points}*var(--pt))`;

/** By what a template may set in its place: theme-style.ts. */
const c = (name: keyof Palette): string => `var(--slide-${name})`;
const own = (name: keyof Palette): string => `#${ownTheme.palette[name].toLowerCase()}`;

/** How findings are set in this size, for the rules that set them. */
const findingsAt = (points: number): string =>
  `--finding:calc(${points}*var(--pt));--finding-gap:calc(${findingLook(points).gap}*var(--pt))`;

const larger = findingSizes.filter((points) => points > size.finding);

const usual = Object.keys(ownTheme.palette).map((name) => `--slide-${name}:${own(name as keyof Palette)}`);

/** For slides anywhere: the whole of what slideHtml() needs. */
export const slideStyle = `
.slide{${usual.join(";")};--slide-fonts:Carlito,Calibri,"Deck fallback",sans-serif;--slide-heading:var(--slide-fonts);container-type:inline-size;background:${c("paper")};color:${c("ink")};font-family:var(--slide-fonts);line-height:1.22;text-align:left;overflow-wrap:anywhere}
.slide *{box-sizing:border-box;margin:0;unicode-bidi:plaintext}
.slide ul{list-style:none;padding:0}
.slide a{color:${c("link")}}
.slide-page{position:relative;overflow:hidden;--pt:calc(100cqw/${page.width});display:flex;flex-direction:column;min-height:${q(page.height)};padding:${q(26)} ${q(page.margin)} ${q(17)}}
.slide-overline{font-size:${q(size.overline)};font-weight:700;color:${c("teal")};line-height:1.3}
.slide-title{font-size:${q(size.title)};font-weight:700;margin-bottom:${q(14)}}
.slide-more{font-size:${q(size.ending)};font-weight:400;color:${c("slate")}}
.slide-title:first-child,.slide-mark+.slide-title{margin-top:${q(21)}}
.slide-foot{display:flex;justify-content:space-between;margin-top:auto;font-size:${q(size.footer)};color:${c("slate")}}
.slide-foot span,.slide-foot b{flex:auto;border-top:max(1px,${q(1)}) solid ${c("line")};padding-top:${q(7)}}
.slide-foot b{flex:none}
.slide-mark::before{content:attr(data-word)}
.slide-mark{position:absolute;inset:0;display:grid;place-items:center;font-size:${q(markSize(""))};font-weight:700;opacity:.07;transform:rotate(-24deg);pointer-events:none;z-index:0}
.slide-mark-long{font-size:${q(150)}}
.slide-row{display:grid;gap:${q(columnGap)};${findingsAt(size.finding)}}
${larger.map((points) => `.slide-row-at-${points}{${findingsAt(points)}}`).join("\n")}
.slide-row+.slide-row{margin-top:${q(20)}}
.slide-row-half{grid-template-columns:1fr 1fr}
.slide-row-wide{grid-template-columns:62fr 38fr}
.slide-row-narrow{grid-template-columns:38fr 62fr}
.slide-section{border-top:${q(bar.height)} solid;padding-top:${q(bar.below)};min-width:0}
.slide-section>:first-child{display:flex;align-items:center;gap:${q(8)};font-size:var(--finding);font-weight:700}
.slide-section li{color:${c("ink")};font-size:var(--finding);margin-top:var(--finding-gap);padding-left:var(--finding)}
.slide-sign{display:grid;place-items:center;flex:none;width:${q(24)};height:${q(24)};border-radius:50%;color:${c("paper")};font-size:${q(size.finding)};line-height:1}
.slide-strengths{color:${c("teal")}}.slide-strengths .slide-sign{background:${c("teal")}}
.slide-weaknesses{color:${c("rust")}}.slide-weaknesses .slide-sign{background:${c("rust")}}
.slide-areas{color:${c("violet")}}.slide-areas .slide-sign{background:${c("violet")}}
.slide-section li,.slide-list li{position:relative}
.slide-section li::before,.slide-list li::before{content:"";position:absolute;left:${q(1)};top:.46em;width:.34em;height:.34em;border-radius:50%;background:${c("teal")}}
.slide-weaknesses li::before{background:${c("rust")}}
.slide-areas li::before{background:${c("violet")}}
.slide .slide-goes-on::before,.slide .slide-quiet::before{display:none}
.slide-section .slide-quiet{color:${c("slate")}}
.slide small{font-size:${q(size.cite)}}
.slide-list,.slide-statement{padding-top:${q(8)}}
.slide-list{font-size:${q(size.point)}}
.slide-list li,.slide-list p{margin-bottom:${q(gap.point)}}
.slide-list li{padding-left:${q(look.point.indent)}}
.slide-list li li{font-size:${q(size.part)};margin:${q(gap.part)} 0 0;padding-left:${q(24)}}
.slide-list li li::before{width:.5em;height:.09em;top:.62em;border-radius:0}
.slide-statement{font-size:${q(size.statement)}}
.slide-statement p{margin-bottom:${q(gap.statement)}}
.slide-table{border-collapse:collapse;width:100%;table-layout:fixed;font-size:${q(size.cell)}}
.slide-table caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.slide-table th,.slide-table td{text-align:left;vertical-align:top;font-weight:400;padding:${q(5)} ${q(8)};border-bottom:max(1px,${q(1)}) solid ${c("line")}}
.slide-table thead th{background:${c("ink")};color:${c("paper")};font-weight:700}
.slide-chart svg{display:block;width:100%;height:auto;font-family:inherit;fill:currentColor}
.slide-chart .slide-unrated{fill:${c("wash")};stroke:${c("slate")}}
.slide-chart table{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.slide-group th,.slide-group td{font-weight:700;background:${c("wash")}}
.slide-ratings th:nth-child(2){width:${q(220)}}
.slide-evidence th:nth-child(1){width:${q(84)}}.slide-evidence th:nth-child(3){width:${q(176)}}.slide-evidence th:nth-child(4){width:${q(170)}}
${tones.map(({ name, fill, text }) => `.slide-table .slide-tone-${name}{background:#${fill};color:#${text};font-weight:700}`).join("\n")}
.slide-title,.slide-overline{font-family:var(--slide-heading)}
.slide--cover,.slide--divider{background:${c("front")};color:${c("paper")}}
.slide--cover .slide-page,.slide--divider .slide-page{border-left:${q(front.bar)} solid ${c("amber")};padding:${q(front.dividerTitle - 42)} ${q(80)} ${q(50)} ${q(front.x - front.bar)}}
.slide--cover .slide-page{padding-top:${q(front.coverTitle - 42)}}
.slide--cover .slide-overline,.slide--divider .slide-overline{font-size:${q(front.overlineSize)};color:${c("mist")};margin-bottom:${q(10)}}
.slide--cover .slide-title{font-size:${q(size.coverTitle)}}
.slide--divider .slide-title{font-size:${q(size.dividerTitle)}}
.slide-lines{margin-top:auto;font-size:${q(front.lineSize)};line-height:1.4}
.slide-contents{display:grid;grid-auto-flow:column;grid-auto-columns:1fr;gap:${q(front.columnGap)};font-size:${q(size.dividerLine)};padding-top:${q(10)}}
.slide-contents li{margin-top:${q(front.lineGap)}}
`;

/** For the document: slides one under another on screen, one a page in print. */
export const documentStyle = `
@font-face{font-family:"Deck fallback";src:local("Arial"),local("Liberation Sans"),local("Helvetica");size-adjust:89%}
html{background:#e3eaec;scroll-padding:1rem}
body{margin:0;color:${own("ink")};font:1rem/1.45 Carlito,Calibri,"Deck fallback",sans-serif}
.leaf,.contents{width:min(100vw - 2rem,(100vh - 4.5rem)*16/9);min-width:18rem;margin:1rem auto}
.leaf>.slide{box-shadow:0 1px 10px #0e2a3533}
:focus{outline:none}
:focus-visible{outline:3px solid ${own("link")};outline-offset:3px}
.leaf>.slide:focus{outline:none}
summary{cursor:pointer;padding:.35rem 0}
.contents a,.notes a{color:${own("link")}}
.contents ol{padding-left:0;list-style:none;columns:20rem}
.contents li{padding-left:2.5rem;text-indent:-2.5rem;break-inside:avoid}
.contents b{display:inline-block;width:2.5rem;text-indent:0}
.contents h2{font-size:1rem;margin:.8rem 0 .2rem;break-after:avoid}
.notes ul{margin:.2rem 0 1rem;padding:.6rem 1rem .6rem 2rem;background:${own("paper")};overflow-wrap:anywhere}
@media screen and (max-width:45rem){
.leaf,.contents{width:auto;margin:1rem}
.leaf .slide-page{--pt:.85px;min-height:0;padding:1.2rem 1rem .8rem}
.leaf .slide--cover .slide-page,.leaf .slide--divider .slide-page{--pt:.7px;padding:2rem 1rem}
.leaf .slide-row,.leaf .slide-contents{grid-template-columns:1fr;grid-auto-flow:row}
.leaf .slide-foot{margin-top:1rem}
.leaf .slide-lines{margin-top:2rem}
.leaf .slide-table{table-layout:auto}
.leaf .slide-table th:nth-child(n){width:auto}
.leaf .slide-chart svg{display:none}
.leaf .slide-chart table{position:static;width:100%;height:auto;clip-path:none}
.leaf .slide-table *{overflow-wrap:break-word}
}
@page{size:13.333in 7.5in;margin:0}
@media print{
html{background:none}
.contents,.notes{display:none}
.leaf{width:13.333in;min-width:0;margin:0;break-after:page}
.leaf:last-of-type{break-after:auto}
.leaf>.slide{box-shadow:none}
.slide,.slide *{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}
`;
