/** The way back: the pages above this one, the highest first, and at the end this one where it is named. */
import { Link } from "./link.tsx";

export type Step = readonly [to: string, title: string];

export function Crumbs({ steps, here }: { steps: readonly Step[]; here?: string }) {
  return (
    <nav aria-label="Breadcrumb">
      <ol className="crumbs">
        {steps.map(([to, title]) => (
          <li key={to}>
            <Link to={to}>{title}</Link>
          </li>
        ))}
        {here !== undefined && <li aria-current="page">{here}</li>}
      </ol>
    </nav>
  );
}
