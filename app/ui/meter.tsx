/** How much of something is done. Decoration: the figure stands in words beside it. */
export function Meter({ of, done }: { of: number; done: number }) {
  return (
    <svg className="meter" width="100%" height="5" aria-hidden="true" focusable="false">
      {done > 0 && <rect width={`${Math.round((done / of) * 100)}%`} height="100%" />}
    </svg>
  );
}
