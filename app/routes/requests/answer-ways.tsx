/** Other ways to answer than with files: each shows what it asks for only once it is chosen. */
import { Link } from "@remix-run/react";
import { useEffect, useRef } from "react";

import { type AnswerKind, answerKinds, answerKindTitle } from "#app/models/requests/request.ts";
import { paths } from "#app/paths.ts";
import { Field } from "#app/ui/form.tsx";

import type { AnsweringPage } from "./request-officer.server.ts";

type Props = {
  kind: AnswerKind;
  data: AnsweringPage;
  errors: Record<string, string>;
  /** What was typed, else what is kept. */
  said: (field: string, kept: string | null | undefined) => string;
};

export function WayFields({ kind, data, errors, said }: Props) {
  const { draft, documents } = data.answer;
  if (kind === "public") {
    return (
      <Field label="Address of the page" id="link" hint="The whole of it, beginning with https://" error={errors.link}>
        {(tie) => <input {...tie} name="link" type="url" autoComplete="off" defaultValue={said("link", draft?.link)} />}
      </Field>
    );
  }
  if (kind !== "part-of") return null;
  return (
    <>
      <Field label="Document that holds it" id="document" hint="One that you have sent already" error={errors.document}>
        {(tie) => (
          <select {...tie} name="document" defaultValue={said("document", draft?.document?.id)}>
            <option value="">Choose a document</option>
            {documents.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label="Where in it" id="place" hint="Such as page 12" error={errors.place}>
        {(tie) => <input {...tie} name="place" className="short" defaultValue={said("place", draft?.place)} />}
      </Field>
    </>
  );
}

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

export function OtherWays({ data: { code, request }, kind }: Pick<Props, "data" | "kind">) {
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
