/** The head of an answer that sends a file to be saved, never shown: RFC 6266 for its name, RFC 9110 for a part of it. */

/** The file as it is stored: its type is our own finding, never what a browser claimed. */
export type Download = { name: string; mediaType: string; size: number; sha256: string };

/** Bytes from `start` to `end`, both included. */
export type Span = { start: number; end: number };

type Asked = { range: string | null; ifRange: string | null };

type Head = {
  status: 200 | 206 | 416;
  headers: Record<string, string>;
  /** What to send; null for nothing. */
  span: Span | null;
};

/** Status and headers for a request with these `Range` and `If-Range` headers. */
export function downloadHead(file: Download, { range, ifRange }: Asked): Head {
  const { size } = file;
  const etag = `"${file.sha256}"`;
  const span = spanOf(ifRange === null || ifRange === etag ? range : null, size);
  const common = { ...guards, "Accept-Ranges": "bytes", ETag: etag };
  if (span === null) {
    return { status: 416, headers: { ...common, "Content-Range": `bytes */${size}`, "Content-Length": "0" }, span };
  }
  const headers = {
    ...common,
    "Content-Type": file.mediaType,
    "Content-Disposition": contentDisposition(file.name),
    "Content-Length": String(span.end - span.start + 1),
  };
  if (span.start === 0 && span.end === size - 1) return { status: 200, headers, span };
  return { status: 206, headers: { ...headers, "Content-Range": `bytes ${span.start}-${span.end}/${size}` }, span };
}

/** Whoever opens the file in a browser after all gets a page of its own origin that can do nothing. */
const guards = {
  "Content-Security-Policy": "default-src 'none'; sandbox",
  "X-Content-Type-Options": "nosniff",
  "Cross-Origin-Resource-Policy": "same-origin",
  // Compression would change the length, and the meaning of a range.
  "Cache-Control": "private, no-store, no-transform",
};

/**
 * The bytes that a `Range` header asks for; null where the file has none of them. What is no single range of bytes is
 * as if it had not been sent, and the whole is meant. Source: RFC 9110, section 14.
 */
export function spanOf(header: string | null, size: number): Span | null {
  const whole = { start: 0, end: size - 1 };
  const [, first = "", last = ""] = /^bytes=[ \t]*(\d*)-(\d*)[ \t]*$/i.exec(header ?? "") ?? [];
  if (first === "") {
    if (last === "") return whole;
    const length = Math.min(Number(last), size);
    return length > 0 ? { start: size - length, end: size - 1 } : null;
  }
  const start = Number(first);
  const end = last === "" ? size - 1 : Math.min(Number(last), size - 1);
  if (last !== "" && Number(last) < start) return whole;
  return start < size ? { start, end } : null;
}

/** The name twice: in plain letters for old programs, and whole. */
export function contentDisposition(name: string): string {
  const wellFormed = name.replace(/\p{Surrogate}/gu, "_");
  const plain = wellFormed
    .normalize("NFKD")
    .replace(/\p{Mark}/gu, "")
    // A percent sign is decoded by some browsers; the others would end the name or the header.
    .replace(/[^\x20-\x7e]|["\\%]/g, "_");
  const whole = encodeURIComponent(wellFormed).replace(
    /['()*!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
}
