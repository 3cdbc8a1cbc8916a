import { Link } from "react-router";
import { hasTerm, withoutTerm, withTerm } from "@/knowledge/query";
import type { Facet } from "@/model/facets";

interface FacetsProps {
  facets: readonly Facet[];
  query: string;
  /** The address of this page with another query. */
  to: (query: string) => string;
}

/** Ways to narrow down: each value with how many kernels it leaves; one that is chosen is taken off again. */
export function Facets({ facets, query, to }: FacetsProps) {
  return (
    <dl className="kernels-facets">
      {facets.map(({ name, values }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <ul>
              {values.map(({ value, count, term }) => {
                const chosen = hasTerm(query, term);
                return (
                  <li key={value}>
                    <Link
                      to={to(chosen ? withoutTerm(query, term) : withTerm(query, term))}
                      aria-current={chosen || undefined}
                      aria-label={`${value}, ${count} kernels${chosen ? ", chosen; take it off" : ""}`}
                    >
                      {value} <span className="number muted">{count}</span>
                      {chosen && <span aria-hidden="true"> ✕</span>}
                    </Link>
                  </li>
                );
              })}
            </ul>
          </dd>
        </div>
      ))}
    </dl>
  );
}
