/** A text with what a search found in it marked. */
export const Marked = ({ parts }: { parts: readonly { text: string; hit: boolean }[] }) => (
  <>{parts.map(({ text, hit }, at) => (hit ? <mark key={at}>{text}</mark> : text))}</>
);
