import { LOOKS, type Verdict } from "@/model/verdict";
import type { Schema } from "@/api/schema-names";
import "./project.css";

export type Tally = Schema<"TallyView">;

const SHOWN: readonly (readonly [of: "pass" | "warn" | "fail", look: Verdict])[] = [
  ["pass", "ok"],
  ["warn", "changed"],
  ["fail", "broken"],
];

/** Pass, warn and fail of the required kernels: sign, number, word. */
export function Counts({ of, large = false }: { of: Tally; large?: boolean }) {
  return (
    <ul className="project-counts" data-size={large ? "large" : undefined}>
      {SHOWN.map(([name, look]) => (
        <li key={name} data-verdict={of[name] === 0 ? undefined : look}>
          <span className="project-counts-number">
            <span aria-hidden="true">{LOOKS[look].sign}</span> {of[name]}
          </span>{" "}
          <span className="project-counts-word">{name}</span>
        </li>
      ))}
      {large && (
        <li className="muted project-counts-rest">
          of {of.total} required kernels
          {of.aside > 0 && `; ${of.aside} of another byte order are set aside`}
        </li>
      )}
    </ul>
  );
}

interface AnswerProps {
  says: string;
  /** Leaves out what `Counts` beside it says in numbers. */
  short?: boolean;
}

/** The sentence a policy answers with: its first word in the colour of the answer, with a sign. */
export function Answer({ says, short = false }: AnswerProps) {
  const found = /^(Not judged yet|Yes|No)\b(.*)$/s.exec(says);
  if (found === null) return <>{says}</>;
  const [, word = "", rest = ""] = found;
  const verdict: Verdict = word === "Yes" ? "ok" : word === "No" ? "broken" : "unanswered";
  return (
    <span className="project-says">
      <strong data-verdict={verdict}>
        <span aria-hidden="true">{LOOKS[verdict].sign}</span> {word}
      </strong>
      {short && rest.startsWith(": it passes on ") ? "" : rest}
    </span>
  );
}
