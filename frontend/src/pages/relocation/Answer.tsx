import type { ReactNode } from "react";
import { Link } from "react-router";
import { address } from "@/app/routes";
import type { Cause, Matrix, MatrixBody } from "@/model/matrix";
import { whereIn } from "@/model/ranges";
import { AccessPath, memberOf } from "@/object/AccessPath";
import { Lines } from "@/object/Fact";
import { effectVerdict } from "@/object/effect";
import { Nearest } from "@/object/Nearest";
import { Preset } from "@/object/Preset";
import { reasonText } from "@/object/reason";
import { SourceLine } from "@/object/SourceLine";
import "@/object/cause.css";
import { WhereText } from "@/object/WhereText";
import { Code } from "@/ui/Code";
import { VerdictMark } from "@/ui/VerdictMark";

interface AnswerProps {
  cause: Cause;
  matrix: Matrix;
  whole: MatrixBody;
}

/** What the code wants, what kernels have, why it matters or not, what to do: always in this order. */
export function Answer({ cause, matrix, whole }: AnswerProps) {
  const verdict = effectVerdict(cause.effect);
  const programs = cause.programs.map((row) => whole.programs[row]?.name ?? "");
  const { access } = cause;
  return (
    <article className="stack relocation-answer" data-verdict={verdict}>
      <h2>
        <VerdictMark verdict={verdict} /> {reasonText(cause)}
      </h2>
      <p className="row small">
        <Link to={address("/docs/verdicts/:code", { code: cause.code })} className="mono">
          {cause.code}
        </Link>
        {programs.length > 0 && (
          <span>
            in <span className="mono">{programs.join(", ")}</span>
          </span>
        )}
      </p>
      <WhereText where={whereIn(matrix, cause.kernels)} />
      <Question asks="What does the code want?">
        {access ? <Wanted access={access} verdict={verdict} /> : <p className="mono">{cause.wanted}</p>}
        {cause.place && <SourceLine place={cause.place} />}
      </Question>
      <Question asks="What do kernels have?">
        <Lines lines={cause.has} />
        {cause.nearest.length > 0 && (
          <div>
            <p className="small muted">Nearest there</p>
            <Nearest nearest={cause.nearest} />
          </div>
        )}
        {cause.history.length > 0 && <Lines lines={cause.history} mono />}
      </Question>
      <Question asks={cause.effect === "guarded" ? "Why is it not reached?" : "Why is it reached?"}>
        {cause.why.length > 0 ? <Lines lines={cause.why} /> : <p>{unasked(cause)}</p>}
        <Preset why={cause.why} />
      </Question>
      <Question asks="What to do?">
        {cause.fix !== "" ? (
          <Code text={cause.fix} label="Fix" copy="Copy fix" />
        ) : (
          <p>
            {todo(cause)}{" "}
            <Link to={address("/docs/verdicts/:code", { code: cause.code })}>What {cause.code} means</Link>
          </p>
        )}
      </Question>
      {access?.spec && (
        <details>
          <summary>libbpf&apos;s own words</summary>
          <p className="mono small">{access.spec}</p>
        </details>
      )}
    </article>
  );
}

function Question({ asks, children }: { asks: string; children: ReactNode }) {
  return (
    <section className="relocation-question">
      <h3>{asks}</h3>
      <div className="stack">{children}</div>
    </section>
  );
}

function Wanted({ access, verdict }: { access: NonNullable<Cause["access"]>; verdict: string }) {
  const { name, field } = memberOf(access);
  return (
    <p className="row">
      <AccessPath access={access} verdict={verdict} />
      <span className="small muted">{access.kind}</span>
      <Link
        className="small"
        to={field === "" ? address("/types/:name", { name }) : address("/types/:name/:field", { name, field })}
      >
        {field === "" ? `All of ${name}` : `History of ${field}`}
      </Link>
    </p>
  );
}

function unasked({ stage }: Cause): string {
  return stage === "load"
    ? "Nothing is known to keep the verifier from it."
    : `It shows at ${stage}: no guard in the code is asked.`;
}

function todo(cause: Cause): string {
  if (cause.effect === "guarded") return "Nothing: a guard covers it.";
  const best = cause.nearest.find((one) => one.grade !== "similar_name_only");
  return best === undefined
    ? "No replacement is sure enough to be written here."
    : `Write ${best.path} instead, where it is meant.`;
}
