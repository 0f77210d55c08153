/** Links to the pages of a long list; nothing where all of it is on one. */
import { Link } from "./link.tsx";

type Props = { page: number; pages: number; to: (page: number) => string; label: string };

export function Pagination({ page, pages, to, label }: Props) {
  if (pages < 2) return null;
  const near = Array.from({ length: pages }, (_, at) => at + 1).filter(
    (each) => each === 1 || each === pages || Math.abs(each - page) < 3,
  );
  return (
    <nav aria-label={label}>
      <ul className="pagination">
        {page > 1 && (
          <li>
            <Link to={to(page - 1)} rel="prev">
              Previous<span className="vh"> page</span>
            </Link>
          </li>
        )}
        {near.map((each, at) => (
          <li key={each}>
            {each - (near[at - 1] ?? 0) > 1 && <span className="muted">… </span>}
            <Link to={to(each)} aria-label={`Page ${each}`} aria-current={each === page ? "page" : undefined}>
              {each}
            </Link>
          </li>
        ))}
        {page < pages && (
          <li>
            <Link to={to(page + 1)} rel="next">
              Next<span className="vh"> page</span>
            </Link>
          </li>
        )}
      </ul>
    </nav>
  );
}
