/** The answers to a request as inspectors see them, with the evidence that each brought. */
import { Link } from "@remix-run/react";

import { paths } from "#app/paths.ts";
import { shortDate, timeOf } from "#app/ui/dates.ts";
import { Paper } from "#app/ui/signs.tsx";

import type { loadInspectorsRequest } from "./request-inspector.server.ts";

type Data = Awaited<ReturnType<typeof loadInspectorsRequest>>;

export function Answers({ data: { code, council, request, answers } }: { data: Data }) {
  if (!answers.length) {
    return (
      <section aria-labelledby="answers">
        <h2 className="h2" id="answers">
          Answer
        </h2>
        <p className="muted">
          {request.state === "withdrawn" ? "None was sent." : `${council} has not sent an answer yet.`}
        </p>
      </section>
    );
  }
  return (
    <section aria-labelledby="answers" className="request-answers">
      <h2 className="h2" id="answers">
        {answers.length === 1 ? "Answer" : "Answers, the newest first"}
      </h2>
      {answers.map((answer) => (
        <Answer key={answer.id} code={code} line={request.lines[0]?.ref ?? ""} answer={answer} />
      ))}
      {request.state === "returned" && request.reason && (
        <p className="notice notice-warn">
          <b>Sent back:</b> {request.reason}
        </p>
      )}
    </section>
  );
}

type One = { code: string; line: string; answer: Data["answers"][number] };

function Answer({ code, line, answer }: One) {
  return (
    <article className="request-answer">
      <p>
        <b>{answer.by}</b>
        {answer.sentAt && `, ${shortDate(answer.sentAt)} at ${timeOf(answer.sentAt)}`}
      </p>
      {answer.how && <p className="request-how">{answer.how}</p>}
      {answer.message && <p className="request-text">{answer.message}</p>}
      {answer.link && (
        <p>
          <a href={answer.link} rel="noreferrer noopener nofollow">
            {answer.link}
          </a>
        </p>
      )}
      {answer.document && (
        <p>
          <Paper />{" "}
          <Link to={paths.evidenceItem(code, answer.document.id)}>
            {answer.document.ref} {answer.document.title}
          </Link>
          {answer.place && `, ${answer.place}`}
        </p>
      )}
      <ul className="request-files">
        {answer.evidence.map(({ id, ref, title }) => (
          <li key={id}>
            <Paper />
            <Link to={paths.evidenceText(code, id, { line })}>
              {ref} {title}
            </Link>
          </li>
        ))}
      </ul>
    </article>
  );
}
