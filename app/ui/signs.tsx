/** Small drawings. Each is decoration: the words beside it say the same. */

const hidden = { "aria-hidden": true, focusable: false } as const;

export const Mark = () => (
  <svg width="30" height="30" viewBox="0 0 30 30" {...hidden}>
    <rect width="30" height="30" rx="7" fill="#e0823d" />
    <g fill="none" stroke="#0e2a35" strokeWidth="2.6" strokeLinecap="round">
      <path d="M7 9h16M7 15h10M7 21h6" />
      <circle cx="20.5" cy="19.5" r="3.6" />
      <path d="m23.3 22.4 2.2 2.2" />
    </g>
  </svg>
);

/** How high a level stands: bars filled up to it. `tone` runs from 0 (lowest) to 1 (highest). */
export function Bars({ tone }: { tone: number }) {
  const filled = Math.round(tone * 3);
  return (
    <svg className="bars" width="17" height="14" viewBox="0 0 17 14" {...hidden}>
      {[9, 4.5, 0].map((y, at) =>
        at < filled ? (
          <rect key={y} x={at * 6} y={y} width="4.4" height={14 - y} rx="1" fill="currentColor" />
        ) : (
          <rect
            key={y}
            x={at * 6 + 0.6}
            y={y + 0.6}
            width="3.2"
            height={12.8 - y}
            rx=".8"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.2"
          />
        ),
      )}
    </svg>
  );
}

/** Two ratings of different height: those who rated differ. */
export const Differ = () => (
  <svg className="bars" width="15" height="14" viewBox="0 0 15 14" {...hidden}>
    <rect x="0" y="7" width="5.5" height="7" rx="1" fill="currentColor" />
    <rect x="9.2" y="0.6" width="5.2" height="12.8" rx="1" fill="none" stroke="currentColor" strokeWidth="1.3" />
  </svg>
);

export const Warning = () => (
  <svg className="sign" width="15" height="15" viewBox="0 0 14 14" {...hidden}>
    <path d="M7 1 13.2 12.5H.8Z" fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinejoin="round" />
    <path d="M7 5.2v3.4M7 10.2v.9" stroke="currentColor" strokeWidth="1.6" />
  </svg>
);

export const Clock = () => (
  <svg className="sign" width="15" height="15" viewBox="0 0 14 14" {...hidden}>
    <circle cx="7" cy="7" r="5.8" fill="none" stroke="currentColor" strokeWidth="1.6" />
    <path d="M7 3.6V7l2.4 1.5" fill="none" stroke="currentColor" strokeWidth="1.6" />
  </svg>
);

export const Tick = () => (
  <svg className="sign" width="16" height="16" viewBox="0 0 16 16" {...hidden}>
    <path d="m2.5 8.5 3.6 3.6L13.5 4.5" fill="none" stroke="currentColor" strokeWidth="2.2" />
  </svg>
);

export const Paper = () => (
  <svg className="paper" width="15" height="18" viewBox="0 0 15 18" {...hidden}>
    <path d="M2 1h7.5L13.5 5v12H2z" fill="#fff" stroke="currentColor" strokeWidth="1.5" strokeLinejoin="round" />
    <path d="M4.8 8h6M4.8 11h6M4.8 14h3.6" stroke="currentColor" strokeWidth="1.3" />
  </svg>
);

export const Glass = () => (
  <svg className="glass" width="18" height="18" viewBox="0 0 18 18" {...hidden}>
    <circle cx="7.5" cy="7.5" r="5" fill="none" stroke="currentColor" strokeWidth="2" />
    <path d="m11.4 11.4 4.6 4.6" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
  </svg>
);

export const Dots = () => (
  <svg width="18" height="18" viewBox="0 0 18 18" {...hidden}>
    <g fill="currentColor">
      <circle cx="3.5" cy="9" r="1.7" />
      <circle cx="9" cy="9" r="1.7" />
      <circle cx="14.5" cy="9" r="1.7" />
    </g>
  </svg>
);
