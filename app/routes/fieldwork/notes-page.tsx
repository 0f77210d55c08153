/** The page of notes, also under the address of its photographs. */
import type { LinksFunction } from "@remix-run/node";
import { Link } from "@remix-run/react";
import { createElement } from "react";

import { paths } from "#app/paths.ts";
import { ErrorSummary, type Failed } from "#app/ui/form.tsx";
import { useNonce } from "#app/ui/nonce.ts";
import styles from "#app/ui/styles/notes.css?url";

import { Crumbs } from "./crumbs.tsx";
import { NoteForm } from "./note-form.tsx";
import type { NotesPage } from "./notes.server.ts";
import { PhotographForm } from "./photograph-form.tsx";

export const notesLinks: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

type Page = NotesPage & { done: string | null };
type Section = NotesPage["sections"][number];

const notices: Record<string, string> = {
  kept: "The notes are evidence now.",
  photograph: "The photograph is in the evidence.",
  finding: "The finding is made. It cites the very words.",
};

export function NotesView({ data, failed, photograph }: { data: Page; failed?: Failed; photograph?: Failed }) {
  const { code, visit, when, sections, mayWrite, done } = data;
  const nonce = useNonce();
  return (
    <main id="main" className="wide page notes-page">
      <Crumbs code={code} visit={visit} />
      <ErrorSummary failed={photograph ?? failed} ids={failed ? { text: fieldOf(failed) } : {}} />
      <h1 className="h1">
        Notes: {visit.whom} <span className="vh">{visit.title}</span>
      </h1>
      <p className="lede">{when}</p>
      {notices[done ?? ""] && (
        <p className="notice" role="status">
          {notices[done ?? ""]}
        </p>
      )}
      {createElement(
        "field-notes",
        { "data-person": data.person, "data-visit": visit.id, "data-address": paths.notes(code, visit.id) },
        sections.map((section, at) => (
          <QuestionNotes key={section.id || "else"} data={data} section={section} number={at + 1} failed={failed} />
        )),
      )}
      {mayWrite && <PhotographForm code={code} visit={visit.id} failed={photograph} />}
      {mayWrite && <Keep data={data} />}
      <script type="module" src="/field-notes.js" nonce={nonce} suppressHydrationWarning />
    </main>
  );
}

const fieldOf = ({ typed }: NonNullable<Failed>): string => `note-${typed.question || "else"}`;

type QuestionProps = { data: Page; section: Section; number: number; failed: Failed };

function QuestionNotes({ data, section, number, failed }: QuestionProps) {
  const { id, name, text, about, read, own } = section;
  const place = id || "anything-else";
  // A note that could not be saved comes back with its own id, in the place of the empty one.
  const again = failed && failed.typed.question === id ? failed : undefined;
  const notes = own.map((note) =>
    again && (note.id === again.typed.id || note.version === 0)
      ? { ...note, id: again.typed.id ?? note.id, typed: again.typed.text ?? "", error: again.errors.text }
      : note,
  );
  return (
    <section className="note-question" id={place} aria-labelledby={`${place}-title`}>
      <h2 id={`${place}-title`} className="note-title">
        {text ? (
          <>
            <span className="note-number">
              <span className="vh">Question </span>
              {number}
            </span>{" "}
            {text}
          </>
        ) : (
          name
        )}
      </h2>
      {about && <p className="muted small">Answers {about}</p>}
      {read.length > 0 && (
        <ul className="notes-read">
          {read.map((note) => (
            <ReadNote key={note.id} data={data} note={note} />
          ))}
        </ul>
      )}
      {notes.map((note) => (
        <NoteForm key={note.id} data={data} question={id} label={text || name} note={note} />
      ))}
    </section>
  );
}

function ReadNote({ data: { code, visit, mayFind }, note }: { data: Page; note: Section["read"][number] }) {
  const { id, text, by, time, evidence } = note;
  return (
    <li>
      <p className="note-text">{text}</p>
      <p className="muted small note-by">
        <span>
          {by}, {time}
        </span>
        {evidence && <Link to={paths.evidenceItem(code, evidence.id)}>Kept as {evidence.ref}</Link>}
        {mayFind && (
          <Link to={paths.noteFinding(code, visit.id, id)}>
            Make a finding<span className="vh"> of the note of {time}</span>
          </Link>
        )}
      </p>
    </li>
  );
}

function Keep({ data: { code, visit, waiting } }: { data: Page }) {
  return (
    <section className="notes-keep" aria-labelledby="keep">
      <h2 id="keep" className="h2">
        When the meeting is over
      </h2>
      <p>
        Keep the notes as evidence, with what the person agreed to. Then they can be searched and cited like any
        document.
      </p>
      <p className="actions">
        <Link className="btn" to={paths.visitEvidence(code, visit.id)}>
          {waiting === 0
            ? "Keep notes as evidence"
            : waiting === 1
              ? "Keep 1 note as evidence"
              : `Keep ${waiting} notes as evidence`}
        </Link>
        <Link to={paths.visit(code, visit.id)}>Back to the visit</Link>
      </p>
    </section>
  );
}
