/** A request as the council answers it. */
import { Link } from "@remix-run/react";

import { requestRef } from "#app/models/requests/request.ts";
import { paths } from "#app/paths.ts";
import { longDate, shortDate } from "#app/ui/dates.ts";
import { ErrorSummary } from "#app/ui/form.tsx";
import { initials } from "#app/ui/frame.tsx";
import { later } from "#app/ui/later.tsx";
import { Paper } from "#app/ui/signs.tsx";

import { AnswerForm } from "./answer-form.tsx";
import { Crumbs } from "./crumbs.tsx";
import { InboxList } from "./inbox.tsx";
import type { RequestFailure } from "./request.tsx";
import type { AnsweringPage, OfficersPage } from "./request-officer.server.ts";
import { RequestTag } from "./tag.tsx";

const Handover = later("Handover", () => import("./handover-form.tsx").then((it) => it.Handover));

type Props = { data: OfficersPage; failure: RequestFailure | undefined };

export function OfficersRequest({ data, failure }: Props) {
  const { code, request, tag, others, count, closed } = data;
  return (
    <main id="main" className="wide page">
      <ErrorSummary failed={failure?.state} />
      <Crumbs code={code} here={requestRef(request.number)} />
      <Done data={data} failed={failure !== undefined} />
      <div className="request-head">
        <p>
          <span className="request-ref">{requestRef(request.number)}</span> <RequestTag tag={tag} />
          {request.due && <span className="request-due"> {longDate(request.due)}</span>}
        </p>
        <h1 className="h1">{request.title}</h1>
      </div>
      <div className="request-cols">
        <div className="request-main">
          <Letter data={data} />
          {request.state === "returned" && request.reason && (
            <div className="notice notice-warn">
              <p>
                <b>Sent back:</b> {request.reason}
              </p>
              <p>Answer again below. What you sent before stays with the inspectors.</p>
            </div>
          )}
          <Sent data={data} />
          {isAnswering(data) &&
            (failure?.form === "handover" ? (
              <Handover data={data} failed={failure.state} />
            ) : (
              <AnswerForm data={data} failure={failure} />
            ))}
          {closed && <p className="muted">{closed}</p>}
        </div>
        <aside className="request-side" aria-label="Your requests">
          <h2 className="request-side-title">Your requests</h2>
          <InboxList code={code} requests={others} open={request.number} />
          <Link to={paths.requests(code)}>
            All {count} {count === 1 ? "request" : "requests"}
          </Link>
        </aside>
      </div>
    </main>
  );
}

const isAnswering = (data: OfficersPage): data is AnsweringPage => data.answer !== null;

function Done({ data: { done, request }, failed }: { data: OfficersPage; failed: boolean }) {
  if (failed) return null;
  const ref = requestRef(request.number);
  if (done === "saved") return <p className="notice">Your draft is kept. Only people of your council see it.</p>;
  if (done === "given")
    return (
      <p className="notice">
        {ref} is given to {request.person?.name ?? "nobody in particular"}.
      </p>
    );
  if (done !== "answered") return null;
  return (
    <div className="notice" role="status">
      <p>
        <b>Your answer to {ref} is with the inspectors.</b>
      </p>
      <p>They accept it or send it back with a reason. You see which here, and need do nothing until then.</p>
    </div>
  );
}

function Letter({ data: { request } }: { data: OfficersPage }) {
  const { askedBy, sentAt, text, lines } = request;
  return (
    <section className="request-letter" aria-label="What is asked">
      <p className="request-from">
        <span className="av" aria-hidden="true">
          {initials(askedBy ?? "Inspection team")}
        </span>
        <span>
          <b>{askedBy ?? "The inspection team"}</b>
          {sentAt && `, asked on ${shortDate(sentAt)}`}
        </span>
      </p>
      <p className="request-text">{text}</p>
      {lines.length > 0 && (
        <p>
          This helps with <b>{lines.map(({ ref, title }) => `${ref} ${title}`).join(", ")}</b>.
        </p>
      )}
    </section>
  );
}

function Sent({ data: { code, sent } }: { data: OfficersPage }) {
  if (!sent.length) return null;
  return (
    <section className="request-answers" aria-labelledby="sent">
      <h2 id="sent" className="h2">
        What was sent
      </h2>
      {sent.map(({ id, how, message, link, document, place, by, sentAt, evidence }) => (
        <div key={id} className="request-answer">
          <p className="muted">
            {by}
            {sentAt && `, ${shortDate(sentAt)}`}
          </p>
          {how && <p>{how}</p>}
          {link && <p>{link}</p>}
          {document && (
            <p>
              <Link to={paths.evidenceItem(code, document.id)}>
                {document.ref} {document.title}
              </Link>
              {place && `, ${place}`}
            </p>
          )}
          {message && <p className="request-text">{message}</p>}
          <ul>
            {evidence.map((one) => (
              <li key={one.id}>
                <Paper /> <Link to={paths.evidenceItem(code, one.id)}>{`${one.ref} ${one.title}`}</Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
