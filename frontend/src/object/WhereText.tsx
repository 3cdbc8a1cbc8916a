import type { Where } from "@/model/ranges";
import { number } from "./headline";

/** On which kernels: in one line, and by suite behind a fold. */
export function WhereText({ where }: { where: Where }) {
  return (
    <div>
      <p>
        <strong>{where.versions}</strong>
        <span className="muted">
          {" "}
          · {number(where.kernels)} of {number(where.of)} builds
        </span>
      </p>
      {where.suites.length > 1 && (
        <details className="small">
          <summary>By suite</summary>
          <ul className="cause-list cause-suites">
            {where.suites.map((suite) => (
              <li key={suite.suite}>
                <span>{suite.suite}</span>
                <span>{suite.versions}</span>
                <span className="muted number">
                  {suite.kernels === suite.of ? `all ${suite.of}` : `${suite.kernels} of ${suite.of}`}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
