/** What two versions say, part by part: words that went are struck out, words that came are underlined. */
import type { Piece } from "#app/models/frameworks/difference.ts";

type Part = { title: string; paragraphs: Piece[][] };

export function ChangedParts({ parts, className }: { parts: Part[]; className: string }) {
  return (
    <dl className={className}>
      {parts.map(({ title, paragraphs }) => (
        <div key={title}>
          <dt>{title}</dt>
          {paragraphs.map((pieces, at) => (
            <dd key={at}>
              {pieces.map((piece, place) => (
                <Words key={place} piece={piece} />
              ))}
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}

function Words({ piece: { text, is } }: { piece: Piece }) {
  if (is === "same") return <span>{text} </span>;
  const Mark = is === "gone" ? "del" : "ins";
  return (
    <>
      <Mark>
        <span className="vh">{is === "gone" ? "removed: " : "added: "}</span>
        {text}
      </Mark>{" "}
    </>
  );
}
