/** What a search found, one list for each kind. */
import type { ReactNode } from "react";

import type { PassageHit } from "#app/models/search/passages.server.ts";
import type { EvidenceHit, FindingHit, LineHit } from "#app/models/search/titles.server.ts";
import { paths } from "#app/paths.ts";
import { shortDate } from "#app/ui/dates.ts";
import { Link } from "#app/ui/link.tsx";
import { Marked } from "#app/ui/marked.tsx";

type Of<T> = { rows: T[]; several: boolean };

const Hits = ({ children }: { children: ReactNode }) => <ul className="hits">{children}</ul>;

/** The title of a hit, and where it is: the inspection is named where several were searched. */
const Facts = ({
  children,
  inspection,
  several,
}: {
  children: ReactNode;
  inspection: { title: string };
  several: boolean;
}) => (
  <p className="hit-facts">
    {children}
    {several && <span>{inspection.title}</span>}
  </p>
);

export const FindingHits = ({ rows, several }: Of<FindingHit>) => (
  <Hits>
    {rows.map(({ id, kind, name, ref, line, inspection, parts }) => (
      <li key={id} className={`hit-of-${kind}`}>
        <p className="hit-title">
          <span className="hit-name">{name}</span>{" "}
          <Link to={paths.line(inspection.code, ref, {}, id)}>
            <Marked parts={parts} />
          </Link>
        </p>
        <Facts inspection={inspection} several={several}>
          <span>
            {ref} {line}
          </span>
        </Facts>
      </li>
    ))}
  </Hits>
);

export const LineHits = ({ rows, several }: Of<LineHit>) => (
  <Hits>
    {rows.map(({ ref, inspection, title, guidance }) => (
      <li key={`${inspection.code} ${ref}`}>
        <p className="hit-title">
          <Link to={paths.line(inspection.code, ref)}>
            {ref} <Marked parts={title} />
          </Link>
        </p>
        {guidance && (
          <p className="hit-text">
            <span className="muted">Guidance: </span>
            <Marked parts={guidance} />
          </p>
        )}
        {several && (
          <Facts inspection={inspection} several>
            {null}
          </Facts>
        )}
      </li>
    ))}
  </Hits>
);

export const EvidenceHits = ({ rows, several }: Of<EvidenceHit>) => (
  <Hits>
    {rows.map(({ id, ref, kind, asAt, inspection, parts }) => (
      <li key={id}>
        <p className="hit-title">
          <Link to={paths.evidenceItem(inspection.code, id)}>
            <Marked parts={parts} />
          </Link>
        </p>
        <Facts inspection={inspection} several={several}>
          <span>{ref}</span>
          <span>{kind}</span>
          {asAt && <span>{shortDate(asAt)}</span>}
        </Facts>
      </li>
    ))}
  </Hits>
);

export const PassageHits = ({ rows, several, q }: Of<PassageHit> & { q: string }) => (
  <Hits>
    {rows.map(({ evidence: { id, ref, title }, inspection, file, seq, label, parts }, at) => (
      <li key={at}>
        <p className="hit-title">
          <Link
            to={paths.evidenceText(inspection.code, id, {
              file,
              part: seq,
              find: parts.find(({ hit }) => hit)?.text ?? q,
            })}
          >
            {title}, {label}
          </Link>
        </p>
        <p className="hit-text">
          <Marked parts={parts} />
        </p>
        <Facts inspection={inspection} several={several}>
          <span>{ref}</span>
        </Facts>
      </li>
    ))}
  </Hits>
);
