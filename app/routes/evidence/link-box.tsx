/** The box beside a marked passage: the likeliest findings, each under a number, and the way to a new one. */
import { useFetcher } from "@remix-run/react";
import { type KeyboardEvent, type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";

import { findingKinds, kindFacts } from "#app/models/findings/finding.ts";
import type { LikelyFinding } from "#app/models/findings/likely-findings.server.ts";
import { tellingWords } from "#app/models/findings/telling-words.ts";
import { paths } from "#app/paths.ts";

import type { LinkerData } from "./linker.tsx";
import type { Linked } from "./linking.server.ts";
import type { Marking } from "./use-selected.ts";

type Props = {
  data: LinkerData;
  marking: Marking;
  root: RefObject<HTMLElement | null>;
  done: (linked: Linked) => void;
  close: () => void;
};

type Answer = { linked: Linked | null } | { errors: Record<string, string> };

const LONGEST = 2000;

export function LinkBox({ data, marking, root, done, close }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState("");
  const [adding, setAdding] = useState(false);
  const likely = useLikely(data, marking, typed);
  const { link, errors, busy } = useLink(data, marking, done);
  usePlace(box, root, marking);
  const keys = (event: KeyboardEvent) => {
    if (event.key === "Escape") return close();
    const writes = (event.target as Element).matches("textarea, select, input");
    if (writes || event.ctrlKey || event.metaKey || event.altKey) return;
    const finding = likely?.[Number(event.key) - 1];
    if (event.key === "+") setAdding(true);
    else if (finding) link({ target: finding.id });
    else return;
    event.preventDefault();
  };
  const long = marking.words.length > LONGEST;
  return (
    <div className="link-box" ref={box} tabIndex={-1} role="dialog" aria-label="Link passage to" onKeyDown={keys}>
      <div className="link-head">
        <p aria-hidden="true">Link passage to</p>
        <button type="button" className="link-close" onClick={close}>
          <span aria-hidden="true">×</span>
          <span className="vh">Close without linking</span>
        </button>
      </div>
      {long && (
        <p className="link-wrong">Mark a shorter passage: {LONGEST.toLocaleString("en-GB")} characters at most.</p>
      )}
      {errors && (
        <p className="link-wrong" role="alert">
          {Object.values(errors).join(" ")}
        </p>
      )}
      {!long && !adding && (
        <Choices
          likely={likely}
          typed={typed}
          setTyped={setTyped}
          busy={busy}
          choose={(target) => link({ target })}
          add={() => setAdding(true)}
        />
      )}
      {!long && adding && <NewFinding data={data} marking={marking} busy={busy} link={link} />}
    </div>
  );
}

/** The findings that come first for the passage, or for what is typed; null until they are known. */
function useLikely({ code, id, line }: LinkerData, { words }: Marking, typed: string): LikelyFinding[] | null {
  const found = useFetcher<{ likely: LikelyFinding[] | null }>();
  const { load } = found;
  useEffect(() => {
    const ask = () =>
      load(paths.evidenceCitations(code, id, { words: tellingWords(words).join(" ") || "-", line, q: typed }));
    const timer = setTimeout(ask, typed ? 200 : 0);
    return () => clearTimeout(timer);
  }, [load, code, id, line, words, typed]);
  return found.data?.likely ?? null;
}

type Target = { target: string; line?: string; text?: string };

function useLink({ code, id, file, line }: LinkerData, marking: Marking, done: (linked: Linked) => void) {
  const sent = useFetcher<Answer>();
  const { data, state } = sent;
  useEffect(() => {
    if (state === "idle" && data && "linked" in data && data.linked) done(data.linked);
  }, [data, state, done]);
  const { part, start, end, words } = marking;
  const link = (target: Target) => {
    if (state !== "idle") return;
    const all = { ...target, line: target.line ?? line, file: file.id, seq: part, quote: words, stay: "1", start, end };
    const fields = new URLSearchParams();
    for (const [name, value] of Object.entries(all)) if (value !== null) fields.set(name, String(value));
    sent.submit(fields, {
      method: "post",
      action: paths.evidenceCitations(code, id),
      preventScrollReset: true,
    });
  };
  return { link, errors: data && "errors" in data ? data.errors : null, busy: state !== "idle" };
}

/** Puts the box below what is marked; on a phone the style sheet puts it at the foot of the window. */
function usePlace(box: RefObject<HTMLElement | null>, root: RefObject<HTMLElement | null>, marking: Marking): void {
  useLayoutEffect(() => {
    const [element, around] = [box.current, root.current];
    if (!element || !around) return;
    const frame = around.getBoundingClientRect();
    const rects = [...marking.range.getClientRects()];
    const last = rects.at(-1) ?? marking.range.getBoundingClientRect();
    const room = Math.max(0, frame.width - element.offsetWidth);
    element.style.setProperty("top", `${last.bottom - frame.top + around.scrollTop + 10}px`);
    element.style.setProperty("left", `${Math.min(room, Math.max(0, last.left - frame.left))}px`);
    if (marking.byMouse) element.focus({ preventScroll: true });
    element.scrollIntoView({ block: "nearest" });
  }, [box, root, marking]);
}

type ChoicesProps = {
  likely: LikelyFinding[] | null;
  typed: string;
  setTyped: (typed: string) => void;
  busy: boolean;
  choose: (finding: string) => void;
  add: () => void;
};

/** So many are offered before anything is typed. */
const AT_FIRST = 5;

function Choices({ likely, typed, setTyped, busy, choose, add }: ChoicesProps) {
  const shown = typed ? likely : likely?.slice(0, AT_FIRST);
  return (
    <>
      <ol className="link-list" aria-busy={likely === null}>
        {shown?.map(({ id, name, kind, ref, text, cited }, at) => (
          <li key={id}>
            <button type="button" aria-disabled={busy} onClick={() => choose(id)}>
              <kbd>{at + 1}</kbd>
              <b className={`link-name link-${kind}`}>{name}</b>
              <span className="link-text">
                <span className="link-ref">{ref}</span> {text}
                {!cited && <span className="vh">, no citation yet</span>}
              </span>
            </button>
          </li>
        ))}
        {likely?.length === 0 && (
          <li className="link-none">{typed ? "No finding like this." : "No finding shares these words."}</li>
        )}
        <li>
          <button type="button" onClick={add}>
            <kbd>+</kbd>
            <b>New finding</b>
          </button>
        </li>
      </ol>
      <label className="vh" htmlFor="link-find">
        Find a line or finding
      </label>
      <input
        id="link-find"
        type="search"
        autoComplete="off"
        placeholder="Find a line or finding"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          const [first] = shown ?? [];
          if (event.key === "Enter" && first) choose(first.id);
        }}
      />
    </>
  );
}

type NewProps = { data: LinkerData; marking: Marking; busy: boolean; link: (target: Target) => void };

function NewFinding({ data: { line, linking }, marking, busy, link }: NewProps) {
  const [text, setText] = useState(marking.words.replace(/\s+/g, " ").trim());
  const [ref, setRef] = useState(line || (linking?.lines[0]?.ref ?? ""));
  return (
    <div className="link-new">
      <label htmlFor="link-line">Line</label>
      <select id="link-line" value={ref} onChange={(event) => setRef(event.target.value)}>
        {linking?.lines.map((one) => (
          <option key={one.ref} value={one.ref}>
            {one.ref} {one.label}
          </option>
        ))}
      </select>
      <label htmlFor="link-words">What it shows</label>
      <textarea id="link-words" rows={3} value={text} onChange={(event) => setText(event.target.value)} autoFocus />
      <p className="link-kinds">
        {findingKinds.map((kind) => (
          <button
            key={kind}
            type="button"
            className={`btn btn-small link-add-${kind}`}
            aria-disabled={busy}
            onClick={() => link({ target: `new:${kind}`, line: ref, text })}
          >
            <span aria-hidden="true">{kindFacts(kind).sign}</span> Add {kindFacts(kind).one}
          </button>
        ))}
      </p>
    </div>
  );
}
