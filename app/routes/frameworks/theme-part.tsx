/** A theme with its lines, each of which opens to show what is said about it. */
import type { FrameworkLine, Scale, Theme } from "#app/models/frameworks/framework.ts";
import { Chip } from "#app/ui/chip.tsx";

export type ScaleView = Omit<Scale, "levels"> & { levels: (Scale["levels"][number] & { tone: number })[] };

export function ThemePart({ theme, scale, open }: { theme: Theme; scale: ScaleView | undefined; open: boolean }) {
  const { number, title, guidance, lines } = theme;
  return (
    <li className="theme">
      <h3 className="h3" id={`theme-${number}`}>
        <span className="ref">{number}</span> {title}
      </h3>
      {guidance.map((paragraph) => (
        <p key={paragraph} className="theme-words">
          {paragraph}
        </p>
      ))}
      <ol>
        {lines.map((line) => (
          <li key={line.ref} id={`line-${line.ref}`}>
            <details open={open}>
              <summary>
                <span className="ref">{line.ref}</span> {line.title}
              </summary>
              <LineWords line={line} scale={scale} />
            </details>
          </li>
        ))}
      </ol>
    </li>
  );
}

function LineWords({ line, scale }: { line: FrameworkLine; scale: ScaleView | undefined }) {
  const { guidance, typicalEvidence, good, prompts, descriptors } = line;
  const levels = [...descriptors].sort((a, b) => b.level - a.level);
  return (
    <div className="line-words">
      <div className="prose">
        {guidance.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </div>
      <div className="line-lists">
        <Statements title="Typical evidence" items={typicalEvidence} />
        <Statements title="What good looks like" items={good} />
        <Statements title="Signs of strength" items={prompts.strengths} />
        <Statements title="Signs of weakness" items={prompts.weaknesses} />
        <Statements title="Areas to explore" items={prompts.areas} />
      </div>
      {levels.length > 0 && (
        <div className="line-lists">
          {levels.map(({ level, statements }) => {
            const known = scale?.levels.find(({ value }) => value === level);
            return (
              <div key={level}>
                <h4>
                  <Chip of={known ?? null} none={String(level)} />
                </h4>
                <ul>
                  {statements.map((each) => (
                    <li key={each}>{each}</li>
                  ))}
                </ul>
              </div>
            );
          })}
        </div>
      )}
    </div>
  );
}

function Statements({ title, items }: { title: string; items: string[] }) {
  if (!items.length) return null;
  return (
    <div>
      <h4>{title}</h4>
      <ul>
        {items.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
    </div>
  );
}
