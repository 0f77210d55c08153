/** What changed between two texts, word by word. */
import type { WordChange } from "#app/models/briefing/word-change.ts";

export const ChangedWords = ({ of }: { of: WordChange[] }) => (
  <p className="change-words">
    {of.map(({ text, is }, at) => {
      if (is === "same") return <span key={at}>{text}</span>;
      return is === "gone" ? <del key={at}>{text}</del> : <ins key={at}>{text}</ins>;
    })}
  </p>
);
