/** How strongly two lines correspond: the figure, a word, and a bar that says the same. */
export function LinkStrength({ strength, word }: { strength: number; word: string }) {
  return (
    <span className="link-strength">
      <svg width="50" height="6" viewBox="0 0 50 6" aria-hidden="true">
        <rect width="50" height="6" rx="3" className="link-bar" />
        <rect width={strength * 5} height="6" rx="3" className={`link-fill link-${word}`} />
      </svg>
      <span>{`${strength} of 10, ${word}`}</span>
    </span>
  );
}
