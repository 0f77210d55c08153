/** A framework's rules in words, told from its data: those in force, and those that are kept from before. */
import type { FrameworkView } from "./framework.tsx";

export function HowRated({ view: { rules } }: { view: FrameworkView }) {
  if (!rules.length) return null;
  const [inForce, retired] = [rules.filter((rule) => !rule.retired), rules.filter((rule) => rule.retired)];
  return (
    <details className="about">
      <summary>How ratings come about</summary>
      <ul className="rules">
        {inForce.map((rule) => (
          <RuleItem key={rule.id} rule={rule} />
        ))}
      </ul>
      {retired.length > 0 && (
        <details className="retired">
          <summary>{retired.length === 1 ? "1 rule" : `${retired.length} rules`} no longer in force</summary>
          <ul className="rules">
            {retired.map((rule) => (
              <RuleItem key={rule.id} rule={rule} />
            ))}
          </ul>
        </details>
      )}
    </details>
  );
}

function RuleItem({
  rule: { title, words, edition, retired, note, source },
}: {
  rule: FrameworkView["rules"][number];
}) {
  return (
    <li>
      <p>
        <b>{title}</b> {edition && <span className="tag">Rules of {edition}</span>}
      </p>
      {words.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {retired && <p className="muted small">{retired}</p>}
      {note && <p className="muted small">Uncertain: {note}</p>}
      {source && <p className="muted small">Source: {source}</p>}
    </li>
  );
}
