import { Link } from "react-router";

/** Where a page is: what is above it, from the top. */
export function Crumbs({ at }: { at: readonly (readonly [label: string, to: string])[] }) {
  return (
    <nav aria-label="Where this page is">
      <ol className="crumbs">
        {at.map(([label, to]) => (
          <li key={to}>
            <Link to={to}>{label}</Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
