import type { ReactNode } from "react";
import { Link } from "react-router";
import { problemFrom } from "@/api/problem";
import { Button } from "./Button";

interface ProblemProps {
  error: unknown;
  /** Tries again, where that can help. */
  retry?: (() => void) | undefined;
  children?: ReactNode;
}

/** Something the service refused or could not do: what, where in a file, and what to do. */
export function Problem({ error, retry, children }: ProblemProps) {
  const problem = problemFrom(error);
  const facts = [
    ["section", problem.section],
    ["offset", problem.offset],
    ["expected", problem.expected],
    ["found", problem.found],
  ].filter(([, value]) => value !== undefined && value !== null);
  return (
    <div className="notice" data-kind="problem" role="alert">
      <p>
        <strong>{problem.title}.</strong> {problem.detail}
      </p>
      {facts.length > 0 && (
        <dl className="facts small">
          {facts.map(([name, value]) => (
            <div key={name} style={{ display: "contents" }}>
              <dt>{name}</dt>
              <dd className="mono">{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {problem.errors !== undefined && problem.errors.length > 0 && (
        <ul className="small">
          {problem.errors.map((one) => (
            <li key={`${one.field} ${one.message}`}>
              {one.field}: {one.message}
            </li>
          ))}
        </ul>
      )}
      {problem.status === 401 && (
        <p>
          <Link to="/settings">Sign in with a token</Link>
        </p>
      )}
      {children}
      {retry !== undefined && <Button onClick={retry}>Try again</Button>}
    </div>
  );
}
