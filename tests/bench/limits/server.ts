/**
 * The limit for pages: Node's own server, better-sqlite3 and one template string each, over the same database. No
 * framework, no session, no permission, no styles: what the machine needs to read the rows and write the page.
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

const lines = database.prepare("select * from line where inspection = ? order by position");
const ratings = database.prepare("select subject, ref, level, rater, reason from rating where inspection = ?");
const evidence = database.prepare(
  "select e.title, e.kind, e.as_at, e.number, e.citations, u.name from evidence e left join user u on u.id = e.added_by where e.inspection = ? order by e.added_at desc limit 50",
);
const findings = database.prepare(
  "select f.* from finding f join line l on l.id = f.line where l.inspection = ? and l.ref = '1.3' order by f.kind, f.position",
);
const citations = database.prepare(
  "select c.*, e.title from citation c join finding f on f.id = c.finding join line l on l.id = f.line join evidence e on e.id = c.evidence where l.inspection = ? and l.ref = '1.3'",
);
const inspections = database.prepare(
  "select i.code, i.title, i.stage, i.date, o.name from inspection i join organisation o on o.id = i.council order by i.date desc",
);
const hits = database.prepare(
  "select p.text, e.title from (select rowid, bm25(passage_stem) as rank from passage_stem where passage_stem match 'strategy AND group' and rowid between ? and ? order by rank limit 20) h join passage p on p.id = h.rowid join unit t on t.id = p.unit join evidence_file f on f.id = t.file join evidence e on e.id = f.evidence",
);

const all = (statement: Database.Statement, ...words: unknown[]) => statement.all(...words) as Row[];
const base = BigInt(inspection.number ?? 1) << 32n;

const pages: Record<string, () => string> = {
  "/home": () => table(all(lines, inspection.id)) + table(all(ratings, inspection.id)),
  "/evidence": () => table(all(evidence, inspection.id)),
  "/line": () => table(all(findings, inspection.id)) + table(all(citations, inspection.id)),
  "/inspections": () => table(all(inspections)),
  "/search": () => table(all(hits, base, base + (1n << 32n) - 1n)),
};

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
