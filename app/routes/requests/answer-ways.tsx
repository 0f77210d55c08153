/** Other ways to answer than the one that is chosen. */
import { Link } from "@remix-run/react";
import { useEffect, useRef } from "react";

import { type AnswerKind, answerKinds, answerKindTitle } from "#app/models/requests/request.ts";
import { paths } from "#app/paths.ts";

import type { AnsweringPage } from "./request-officer.server.ts";

/** Follows to the heading whoever chose another way: the link that they pressed is gone. */
function useHeadingFor(kind: AnswerKind): void {
  const before = useRef(kind);
  useEffect(() => {
    if (before.current === kind) return;
    before.current = kind;
    const heading = document.getElementById("answer");
    heading?.setAttribute("tabindex", "-1");
    heading?.focus();
  }, [kind]);
}

export function OtherWays({ data: { code, request }, kind }: { data: AnsweringPage; kind: AnswerKind }) {
  useHeadingFor(kind);
  const title = (one: AnswerKind) => (one === "files" ? "Send files instead" : answerKindTitle(one));
  return (
    <nav className="answer-ways" aria-labelledby="ways">
      <h2 className="h3" id="ways">
        Another way to answer
      </h2>
      <ul>
        {answerKinds
          .filter((one) => one !== kind)
          .map((one) => (
            <li key={one}>
              <Link to={paths.request(code, request.number, { way: one })} preventScrollReset>
                {title(one)}
              </Link>
            </li>
          ))}
        <li>
          {/* A page of its own: a browser warns where files are still on their way. */}
          <Link to={paths.requestHandover(code, request.number)} reloadDocument>
            Give {`R-${request.number}`} to a colleague
          </Link>
        </li>
      </ul>
    </nav>
  );
}
