/** What a list can be narrowed to, as links with how many there are. */
import { Link } from "@remix-run/react";

export type FilterLink = { name: string; title: string; count: number; to: string };

export function FilterLinks({ label, links, now }: { label: string; links: FilterLink[]; now: string }) {
  return (
    <nav aria-label={label}>
      <ul className="own-filter">
        {links.map(({ name, title, count, to }) => (
          <li key={name}>
            <Link to={to} aria-current={name === now ? "page" : undefined}>
              {title} <span className="own-count">{count}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
