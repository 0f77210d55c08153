/** The files of a piece of evidence: what became of the text of each, and what can be done about it. */
import { Form, Link } from "@remix-run/react";

import { paths } from "#app/paths.ts";
import { Clock, Paper, Tick, Warning } from "#app/ui/signs.tsx";
import { sizeOf } from "#app/ui/size.ts";

import type { ItemView } from "./item-view.ts";

type FileView = ItemView["files"][number];

export function Files({ item }: { item: ItemView }) {
  const { files, whole } = item;
  const now = files.filter(({ current }) => current);
  const earlier = files.filter(({ current }) => !current);
  if (!files.length && whole) return null;
  return (
    <section className="evidence-part" aria-labelledby="files">
      <h2 id="files" className="h2">
        {now.length > 1 ? `${now.length} files` : "File"}
      </h2>
      {!whole && <Awaited item={item} />}
      <ul className="files">
        {now.map((file) => (
          <File key={file.id} item={item} file={file} />
        ))}
      </ul>
      {earlier.length > 0 && (
        <details>
          <summary>
            {earlier.length === 1 ? "1 earlier version" : `${earlier.length} files of earlier versions`}
          </summary>
          <ul className="files">
            {earlier.map((file) => (
              <File key={file.id} item={item} file={file} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

const Awaited = ({ item: { code, id, mayEdit } }: { item: ItemView }) => (
  <div className="blank">
    <p>There is no file yet: only the record of it is here.</p>
    {mayEdit && (
      <Link className="btn" to={paths.evidenceRevision(code, id)}>
        Add the file
      </Link>
    )}
  </div>
);

function File({ item: { code, id, files, mayReread }, file }: { item: ItemView; file: FileView }) {
  const { id: fileId, name, size, type, sha256, revision, added, preview } = file;
  const read = preview ? paths.evidencePages : paths.evidenceText;
  const versions = files.some((one) => one.revision !== files[0]?.revision);
  return (
    <li>
      <Paper />
      <div className="file-about">
        <p className="file-name">{name}</p>
        <p className="muted">
          {type}, {sizeOf(size)}
          {versions && `, version ${revision}`}
          {versions && added && `, ${added}`}
        </p>
        <TextState code={code} id={id} file={file} mayReread={mayReread} />
        <details className="small">
          <summary>Fingerprint{files.length > 1 && <span className="vh"> of {name}</span>}</summary>
          <p className="fingerprint">SHA-256 {sha256}</p>
        </details>
      </div>
      <div className="file-do">
        <Link className="btn btn-small" to={read(code, id, { file: fileId })}>
          Read<span className="vh"> {name}</span>
        </Link>
        <a className="btn btn-quiet btn-small" href={paths.evidenceFile(code, id, fileId)} download>
          Download<span className="vh"> {name}</span>
        </a>
      </div>
    </li>
  );
}

type TextProps = { code: string; id: string; file: FileView; mayReread: boolean };

function TextState({ code, id, file, mayReread }: TextProps) {
  const { words, status } = file;
  if (!words) {
    return (
      <p className="file-text">
        <Clock /> <span>Its text is about to be read. Open this page again in a minute.</span>
      </p>
    );
  }
  if (status === "ok") return <Readable code={code} id={id} file={file} />;
  return (
    <div className="file-text file-unread">
      <Warning />
      <div>
        <p>
          <b>{words.meaning}</b> {words.remedy}
        </p>
        <WarningList file={file} />
        <div className="actions">
          {file.mayType && (
            <Link className="btn btn-quiet btn-small" to={paths.evidenceTranscript(code, id, file.id)}>
              Type what it says<span className="vh">: {file.name}</span>
            </Link>
          )}
          {mayReread && (status === "timeout" || status === "corrupt") && (
            <Form method="post" action={paths.evidenceRereading(code, id)}>
              <input type="hidden" name="file" value={file.id} />
              <button className="btn btn-quiet btn-small" type="submit">
                Read it again<span className="vh">: {file.name}</span>
              </button>
            </Form>
          )}
        </div>
      </div>
    </div>
  );
}

function Readable({ code, id, file }: Omit<TextProps, "mayReread">) {
  const { typed, origin, mayType } = file;
  return (
    <div className="file-text">
      <Tick />
      <div>
        <p>Its text can be searched and quoted.{origin && !origin.startsWith("Read") && ` ${origin}`}</p>
        {typed && (
          <p className="muted">
            Typed by {typed.by}, {typed.at}.{" "}
            {mayType && (
              <Link to={paths.evidenceTranscript(code, id, file.id)}>
                Change what was typed<span className="vh"> for {file.name}</span>
              </Link>
            )}
          </p>
        )}
        <WarningList file={file} />
      </div>
    </div>
  );
}

function WarningList({ file: { warnings, name } }: { file: FileView }) {
  if (!warnings.length) return null;
  return (
    <details className="small">
      <summary>
        {warnings.length === 1 ? "1 note" : `${warnings.length} notes`} on its text
        <span className="vh"> ({name})</span>
      </summary>
      <ul className="file-warnings">
        {warnings.map((warning, at) => (
          <li key={at}>{warning}</li>
        ))}
      </ul>
    </details>
  );
}
