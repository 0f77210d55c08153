/** What keeps an inspection from its next stage: each thing by name, with the way to where it is mended. */
import { Link } from "@remix-run/react";

import type { Block, Obstacle } from "#app/models/readiness/stage-checks.ts";
import { paths } from "#app/paths.ts";
import { Warning } from "#app/ui/signs.tsx";

const SHOWN = 12;

export function BlockPart({ code, block: { title, obstacles } }: { code: string; block: Block }) {
  const rest = obstacles.slice(SHOWN);
  return (
    <div className="block">
      <h3 className="h3">
        <Warning /> {title}
      </h3>
      <Obstacles code={code} obstacles={obstacles.slice(0, SHOWN)} />
      {rest.length > 0 && (
        <details>
          <summary>
            Show {rest.length} more<span className="vh">: {title}</span>
          </summary>
          <Obstacles code={code} obstacles={rest} />
        </details>
      )}
    </div>
  );
}

const pathOf = (code: string, { at }: Obstacle) => {
  switch (at.kind) {
    case "finding":
      return paths.line(code, at.ref, {}, at.id);
    case "line":
      return paths.line(code, at.ref, {}, "rating");
    case "theme":
      return paths.theme(code, Number(at.ref));
    case "judgement":
      return paths.judgement(code, Number(at.ref));
    case "moderation":
      return at.ref ? paths.themeModeration(code, Number(at.ref)) : paths.moderation(code);
  }
};

function Obstacles({ code, obstacles }: { code: string; obstacles: Obstacle[] }) {
  return (
    <ul className="obstacles">
      {obstacles.map((one, at) => (
        <li key={`${at} ${one.words}`}>
          <Link to={pathOf(code, one)}>{one.words}</Link>
        </li>
      ))}
    </ul>
  );
}
