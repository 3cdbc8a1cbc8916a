import { Link } from "react-router";
import { EXAMPLES, TERMS } from "@/knowledge/query";

/** Queries to begin with, each a link that asks it. */
export function Examples({ to }: { to: (query: string) => string }) {
  return (
    <p className="targets-examples">
      <span className="muted">Try</span>
      {EXAMPLES.map(([query, means]) => (
        <Link key={query} to={to(query)} title={means} className="mono">
          {query}
        </Link>
      ))}
    </p>
  );
}

/** The language in short. */
export function Grammar() {
  return (
    <details open>
      <summary>
        <h2 className="targets-summary">The language in short</h2>
      </summary>
      <dl className="facts targets-terms">
        {TERMS.map(([term, means]) => (
          <div key={term} style={{ display: "contents" }}>
            <dt>
              <code>{term}</code>
            </dt>
            <dd>{means}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
