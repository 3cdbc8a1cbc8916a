import { Link } from "react-router";
import { problemFrom } from "@/api/problem";
import { Problem } from "@/ui/Problem";
import { forReaders, suggestions } from "./query";
import { WordForm } from "./WordForm";

interface QueryFormProps {
  label: string;
  /** The query the page is about now. */
  query: string;
  invalid?: boolean;
  onQuery: (query: string) => void;
}

/** A box for a query of kernels: asked when it is sent, for half a query is an error more often than not. */
export function QueryForm({ label, query, invalid = false, onQuery }: QueryFormProps) {
  return (
    <WordForm
      label={label}
      value={query}
      placeholder="debian >= 12 and arch:amd64"
      button="Show"
      invalid={invalid}
      onWord={onQuery}
    />
  );
}

interface QueryProblemProps {
  error: unknown;
  /** The address of this page with another query. */
  to: (query: string) => string;
  retry: () => void;
}

/** Why a query means nothing, and the nearest that would do. */
export function QueryProblem({ error, to, retry }: QueryProblemProps) {
  const problem = problemFrom(error);
  if (problem.code !== "bad_targets") return <Problem error={error} retry={retry} />;
  const detail = problem.detail ?? "";
  const nearest = suggestions(detail);
  return (
    <div className="notice" data-kind="warning" role="alert">
      <p>{sentence(forReaders(detail))}</p>
      <p>
        {nearest.map(({ query, count }) => (
          <span key={query}>
            Nearest: <Link to={to(query)}>{query}</Link>, {count} kernels.{" "}
          </span>
        ))}
        <Link to={to("")}>Show all kernels</Link>
      </p>
    </div>
  );
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1) + (text.endsWith(".") ? "" : ".");
}
