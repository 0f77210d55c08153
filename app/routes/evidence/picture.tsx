/** A picture of the evidence. */
import { paths } from "#app/paths.ts";

import type { ReaderView } from "./reader.server.ts";

export const Picture = ({ data: { code, id, shows, file } }: { data: ReaderView }) => (
  <figure className="reader-picture">
    <img src={paths.evidenceFile(code, id, file.id)} alt={shows} />
    <figcaption className="muted small">{file.name}</figcaption>
  </figure>
);
