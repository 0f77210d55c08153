/**
 * The limit for pages: Node's own server, better-sqlite3 and one template string each, over the same database. No
 * framework, no session, no permission, no styles: what the machine needs to read the rows that ours shows and write them.
 */
import Database from "better-sqlite3";
import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { join } from "node:path";

const [, , folder = "", scratch = ""] = process.argv;
const database = new Database(join(folder, "throughline.db"), { readonly: true });
database.pragma("mmap_size = 268435456");
mkdirSync(scratch, { recursive: true });

type Row = Record<string, string | number | null>;

const inspection = database
  .prepare("select id, number, title from inspection where code = 'leicester-2007'")
  .get() as Row;
const escape = (value: unknown) =>
  String(value ?? "").replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[sign] ?? "&quot;");
const html = (body: string) =>
  `<!doctype html><html lang="en"><title>${escape(inspection.title)}</title>${body}</html>`;
const table = (rows: Row[]) =>
  `<table>${rows
    .map(
      (row) =>
        `<tr>${Object.values(row)
          .map((cell) => `<td>${escape(cell)}</td>`)
          .join("")}</tr>`,
    )
    .join("")}</table>`;

type Question = [words: string, ...values: unknown[]];

const own = inspection.id;
const first = BigInt(inspection.number ?? 1) << 32n;
const last = first + (1n << 32n) - 1n;
const citedHere = `from citation c join finding f on f.id = c.finding join line l on l.id = f.line
  join evidence e on e.id = c.evidence where l.inspection = ? and l.ref = '1.3'`;
const linesOfEvidence = `select evidence, line from evidence_line union
  select c.evidence, f.line from citation c join finding f on f.id = c.finding where c.withdrawn_at is null`;
const newest = "select id from evidence where inspection = ? order by added_at desc limit 50";
const counted = (value: string, from = "evidence e"): Question => [
  `select ${value} as value, count(*) as pieces from ${from} where e.inspection = ? group by 1`,
  own,
];
const found = "from passage_stem where passage_stem match 'strategy AND group' and rowid between ? and ?";

/** The same rows as ours shows on its page, to whoever may see all of them. */
const questions: Record<string, Question[]> = {
  "/home": [
    ["select * from line where inspection = ? order by position", own],
    ["select r.*, u.name from rating r left join user u on u.id = r.rated_by where r.inspection = ?", own],
    [
      `select e.seq, e.at, e.action, e.subject, u.name, f.kind, l.ref, v.title, r.before, r.after from event e
        left join user u on u.id = e.actor left join revision r on r.seq = e.seq
        left join finding f on f.id = substr(e.subject, instr(e.subject, ':') + 1) left join line l on l.id = f.line
        left join evidence v on v.id = coalesce(json_extract(e.detail, '$.evidence'), substr(e.subject, instr(e.subject, ':') + 1))
        where e.inspection = ? order by e.seq desc limit 40`,
      own,
    ],
    ["select q.*, u.name from request q left join user u on u.id = q.person where q.inspection = ?", own],
    [
      "select l.ref, l.title, q.number from request_line r join request q on q.id = r.request join line l on l.id = r.line where q.inspection = ?",
      own,
    ],
    ["select m.part, u.name from member m join user u on u.id = m.user where m.inspection = ?", own],
    ["select * from sign_off where inspection = ?", own],
    ["select * from comment where inspection = ?", own],
  ],
  "/evidence": [
    [
      "select e.id, e.title, e.kind, e.as_at, e.number, e.citations, e.added_at, e.side, e.sensitivity, u.name from evidence e left join user u on u.id = e.added_by where e.inspection = ? order by e.added_at desc limit 50",
      own,
    ],
    [
      `select a.evidence, l.ref from (${linesOfEvidence}) a join line l on l.id = a.line where a.evidence in (${newest}) order by l.position`,
      own,
    ],
    ...["e.kind", "e.voice", "e.side", "e.sensitivity", "e.citations > 0", "e.added_by"].map((value) => counted(value)),
    counted("a.line", `(${linesOfEvidence}) a join evidence e on e.id = a.evidence`),
    counted("t.tag", "evidence_tag t join evidence e on e.id = t.evidence"),
    ["select m.part, u.name from member m join user u on u.id = m.user where m.inspection = ?", own],
  ],
  "/line": [
    [
      "select f.* from finding f join line l on l.id = f.line where l.inspection = ? and l.ref = '1.3' order by f.kind, f.position",
      own,
    ],
    [`select c.*, e.title ${citedHere}`, own],
    ["select ref, title, strengths, weaknesses, areas from line where inspection = ? order by position", own],
    [
      "select r.*, u.name from rating r left join user u on u.id = r.rated_by where r.inspection = ? and r.ref = '1.3'",
      own,
    ],
    [
      `select distinct t.label, t.text from unit t join evidence_file v on v.id = t.file where v.evidence in
        (select c.evidence ${citedHere} order by c.added_at limit 1)`,
      own,
    ],
  ],
  "/inspections": [
    [
      "select i.code, i.title, i.stage, i.date, o.name from inspection i join organisation o on o.id = i.council order by i.date desc",
    ],
    ["select * from line"],
    ["select * from rating where subject = 'judgement'"],
  ],
  "/search": [
    [
      `select e.title, e.number, t.label, snippet(passage_stem, 0, '<', '>', '…', 24) as words from
        (select rowid as id, bm25(passage_stem) as place ${found} order by place limit 20) h
        join passage_stem on passage_stem.rowid = h.id join passage p on p.id = h.id join unit t on t.id = p.unit
        join evidence_file f on f.id = t.file join evidence e on e.id = f.evidence
        where passage_stem match 'strategy AND group' order by h.place`,
      first,
      last,
    ],
    [`select count(*) as hits ${found}`, first, last],
  ],
};

const pages = Object.fromEntries(
  Object.entries(questions).map(([path, asked]) => {
    const ready = asked.map(([words, ...values]) => ({ statement: database.prepare(words), values }));
    return [path, () => ready.map(({ statement, values }) => table(statement.all(...values) as Row[])).join("")];
  }),
);

let kept = 0;

/** Takes what is sent, hashes it and writes it down. */
function take(request: IncomingMessage, response: ServerResponse): void {
  const hash = createHash("sha256");
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => {
    hash.update(chunk);
    chunks.push(chunk);
  });
  request.on("end", () => {
    writeFileSync(join(scratch, `${hash.digest("hex")}-${kept++}`), Buffer.concat(chunks), { flush: true });
    response.end("kept");
  });
}

const server = createServer((request, response) => {
  if (request.method === "POST") return take(request, response);
  const page = pages[request.url ?? ""];
  response.writeHead(page ? 200 : 404, { "content-type": "text/html; charset=utf-8" });
  response.end(page ? html(page()) : "");
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (address && typeof address === "object") process.stdout.write(`ready at http://127.0.0.1:${address.port}\n`);
});
