/**
 * Links that the browser follows. Most pages ship no script, where the router's own links do no more than these and
 * took about a fifth of the time that drawing the list of evidence took.
 */
import { useLocation } from "@remix-run/react";
import type { AnchorHTMLAttributes } from "react";

type Props = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, "href"> & { to: string };

export const Link = ({ to, children, ...rest }: Props) => (
  <a {...rest} href={to}>
    {children}
  </a>
);

/** A link of a navigation, which says whether this is its page: with `end` that page alone, else those under it too. */
export function NavLink({ to, end = false, children }: { to: string; end?: boolean } & Pick<Props, "children">) {
  const { pathname } = useLocation();
  const current = pathname === to || (!end && pathname.startsWith(`${to}/`));
  return (
    <a href={to} aria-current={current ? "page" : undefined}>
      {children}
    </a>
  );
}
