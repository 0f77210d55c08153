import { expect, test } from "vitest";

import { readAs, unitsOf } from "#tests/support/read.ts";

import { htmlText } from "./html-text.ts";

test("a page is cut at its headings, with its tables as rows and its entities as signs", async () => {
  const page =
    "<!DOCTYPE html><html><head><title>T</title><style>p{}</style></head><body><p>Intro</p><h1>Money</h1>" +
    "<p>Cost &pound;8.1&nbsp;million &#8211; &#x2018;25%&#x2019; &#150; &copy; &unknown; &amp;lt;</p>" +
    "<table><tr><th>Year<th>Spend</tr><tr><td>2018</td><td></td><td>£1</td></tr></table>" +
    "<h2>More</h2><ul><li>one<li>two</ul><pre>a\n  b</pre><img alt='A chart' src='http://127.0.0.1:9/x.png'>text<br>below</body>";
  expect(unitsOf(await readAs("html", page))).toEqual([
    ["Opening", "Intro"],
    ["Section 1: Money", "Money\nCost £8.1\u00a0million – ‘25%’ – © &unknown; &lt;\nYear | Spend\n2018 |  | £1"],
    ["Section 2: Money › More", "More\none\ntwo\na\n  b\n[Image: A chart] text\nbelow"],
  ]);
});

test.each([
  ["a script", "a<script>x = '<p>b</p>'</script>c", "ac"],
  ["a script that never ends", "a<script>b", "a"],
  ["a comment", "a<!-- <p>b</p> -->c", "ac"],
  ["a comment that never ends", "a<!-- b", "a"],
  ["the hidden attribute", "a<div hidden>b<div>c</div>d</div>e", "a\ne"],
  ["a style", 'a<span style="color: red; display : none">b</span>c', "ac"],
  ["a style in capitals", "a<SPAN STYLE='VISIBILITY:HIDDEN'>b</SPAN>c", "ac"],
  ["a template", "a<template><p>b</p></template>c", "ac"],
  ["deleted", "a<del>b</del>c", "ac"],
  ["a hidden field is not a hidden text", '<input type="hidden" value="b">a<b aria-hidden="true">c</b>', "ac"],
  ["a bracket that is none", "a < b <3 c", "a < b <3 c"],
  ["a quoted bracket", 'a<b title="x>y">c</b>', "ac"],
  ["a tag that never ends", "a<b title='", "a"],
])("%s", (_, html, text) => {
  expect(htmlText(html)).toBe(text);
});

test("the encoding that a page declares is believed", async () => {
  const page = Buffer.from('<meta charset="iso-8859-1"><p>caf\xe9 \xa35</p>', "latin1");
  expect(unitsOf(await readAs("html", page))).toEqual([["Whole document", "café £5"]]);
});

test.each([
  ["brackets", "<".repeat(1_000_000)],
  ["open tags", "<b a='".repeat(200_000)],
  ["cells", `<table><tr>${"<td>x".repeat(200_000)}`],
  ["empty cells", `<table><tr>${"<td>".repeat(500_000)}`],
  ["hidden in hidden", "<div hidden>".repeat(200_000)],
  ["comments", "<!--".repeat(300_000)],
  ["entities", "&#".repeat(500_000)],
  ["spaces", " ".repeat(2_000_000)],
  ["attributes", `<p ${" style".repeat(200_000)}>`],
  ["scripts", "<script>".repeat(200_000)],
])("%s without end take little time", (_, html) => {
  const began = performance.now();
  htmlText(html);
  expect(performance.now() - began).toBeLessThan(2_000);
});
