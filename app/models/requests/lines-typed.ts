/** Lines of enquiry as people type them: "1.3, 4.6" or "1.3; 4.6". */
export const linesTyped = (typed: string): string[] => [
  ...new Set(
    typed
      .split(/[\s,;&]+/)
      .map((ref) => ref.replace(/\.$/, ""))
      .filter((ref) => ref && ref.toLowerCase() !== "and"),
  ),
];
