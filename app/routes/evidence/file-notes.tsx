import { Link } from "@remix-run/react";

import { paths } from "#app/paths.ts";

import type { ReaderView } from "./reader.server.ts";

/** What the reader should know of the file before trusting its text. */
export function FileNotes({ data }: { data: ReaderView }) {
  const { code, id, file, status, words, warnings, origin } = data;
  return (
    <>
      {file.old && (
        <div className="notice notice-warn">
          <p>
            <b>This is version {file.revision}.</b> Version {file.newest} has taken its place.{" "}
            <Link to={paths.evidenceText(code, id)}>Read the newest version</Link>
          </p>
        </div>
      )}
      {status === null && (
        <p className="notice">The text of this file has not been read yet. Open this page again in a minute.</p>
      )}
      {words && (
        <div className="notice notice-warn">
          <p>{words.meaning}</p>
          {words.remedy && <p>{words.remedy}</p>}
        </div>
      )}
      {origin === "typed" && <p className="notice">This text was typed by a person. Check it against the file.</p>}
      {origin === "recognised" && (
        <p className="notice">This text was recognised in a picture. Check it against the file.</p>
      )}
      {warnings.length > 0 && (
        <details className="reader-warnings">
          <summary>What was left out of the text</summary>
          <ul>
            {warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
