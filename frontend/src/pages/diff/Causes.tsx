import { Link } from "react-router";
import { address } from "@/app/routes";
import { KernelList } from "@/project/KernelList";
import { byKind, kindOf, SAID, type CauseChange } from "./parts";

/** What of the causes came and went, the worst first: what a person fixes. */
export function Causes({ of, level }: { of: readonly CauseChange[]; level: 2 | 3 }) {
  const Heading = `h${level}` as const;
  if (of.length === 0) return null;
  return (
    <section className="stack project-part">
      <Heading>Causes</Heading>
      <ul className="stack project-plain">
        {byKind(of).flatMap(([, causes]) =>
          causes.map((cause) => (
            <li key={`${cause.kind} ${cause.code} ${cause.where} ${cause.wanted}`}>
              <Cause of={cause} />
            </li>
          )),
        )}
      </ul>
    </section>
  );
}

function Cause({ of }: { of: CauseChange }) {
  const said = SAID[kindOf(of)];
  return (
    <article className="card diff-cause" data-verdict={said.verdict}>
      <p className="row">
        <Kind of={of} />
        <code className="diff-wanted">{of.wanted}</code>
      </p>
      <p className="row small muted">
        {of.where !== "" && (
          <span>
            in <span className="mono">{of.where}</span>
          </span>
        )}
        {of.file !== undefined && of.file !== null && (
          <span className="mono">
            {of.file}:{of.line}
          </span>
        )}
        <Link to={address("/docs/verdicts/:code", { code: of.code })}>{of.code}</Link>
        <span>
          {kindOf(of) === "fixed" ? "before" : "now"}: {of.effect}
        </span>
      </p>
      <KernelList ids={of.kernels} />
    </article>
  );
}

function Kind({ of }: { of: CauseChange }) {
  const said = SAID[kindOf(of)];
  return (
    <span className="verdict" data-verdict={said.verdict} title={said.cause}>
      <span className="sign" aria-hidden="true">
        {said.sign}
      </span>
      <span>{said.title}</span>
    </span>
  );
}
