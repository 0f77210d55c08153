/** Masthead and footer: the same on every page. */
import { paths } from "#app/paths.ts";

import { Link } from "./link.tsx";
import { Glass, Mark } from "./signs.tsx";

/** The first letters of a name's words, for the round badge beside it: "Lead inspector" is "LI". */
export const initials = (name: string): string =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => word.charAt(0).toUpperCase())
    .join("");

export function Masthead({ user }: { user: { name: string; admin: boolean } | null }) {
  return (
    <header className="mast">
      <div className="wide mast-in">
        <Link className="mark" to={paths.home()}>
          <Mark />
          <span>Throughline</span>
        </Link>
        {user && (
          <>
            <form
              className="mast-search"
              method="get"
              action={paths.search()}
              role="search"
              aria-label="Everything you may see"
            >
              <label htmlFor="mast-q" className="vh">
                Search findings, lines and evidence
              </label>
              <input id="mast-q" name="q" type="search" autoComplete="off" placeholder="Search" />
              <button type="submit">
                <Glass />
                <span className="vh">Search</span>
              </button>
            </form>
            <div className="mast-links">
              <Link className="mast-find" to={paths.search()}>
                <Glass />
                Search
              </Link>
              <Link to={paths.inspections()}>Inspections</Link>
              {user.admin && <Link to={paths.admin()}>Administration</Link>}
              <Link className="who" to={paths.account()}>
                <span className="av" aria-hidden="true">
                  {initials(user.name)}
                </span>
                <span>{user.name}</span>
              </Link>
            </div>
          </>
        )}
      </div>
    </header>
  );
}

export function Footer({ demo }: { demo: boolean }) {
  return (
    <footer className="foot">
      <div className="wide foot-in">
        <Link to={paths.help()}>Help and guides</Link>
        <Link to={paths.accessibility()}>Accessibility statement</Link>
        <Link to={paths.cookies()}>Cookies</Link>
        <Link to={paths.privacy()}>Privacy</Link>
        <Link to={paths.frameworks()}>Frameworks</Link>
        {demo && <span className="foot-note">Sample data, for trying the product.</span>}
      </div>
    </footer>
  );
}
