import { VerdictMark } from "@/ui/VerdictMark";
import { KernelList } from "@/project/KernelList";
import type { Verdict } from "@/model/verdict";
import { byKind, kernelsOf, SAID, verdictNamed, type Change } from "./parts";

interface ChangesProps {
  title: string;
  of: readonly Change[];
  level: 2 | 3;
}

/** On which kernels something else is said now: by what became of them, the worst first. */
export function Changes({ title, of, level }: ChangesProps) {
  const [Heading, Sub] = level === 2 ? (["h2", "h3"] as const) : (["h3", "h4"] as const);
  if (of.length === 0) return null;
  return (
    <section className="stack project-part">
      <Heading>{title}</Heading>
      {byKind(of).map(([kind, changes]) => (
        <div key={kind} className="stack">
          <Sub className="verdict" data-verdict={SAID[kind].verdict}>
            <span aria-hidden="true">{SAID[kind].sign}</span> {SAID[kind].title}{" "}
            <span className="muted">{kernelsOf(changes)}</span>
          </Sub>
          <ul className="stack project-plain">
            {changes.map((change) => (
              <li key={`${change.program} ${change.from} ${change.to} ${change.reasonBefore} ${change.reason}`}>
                <One of={change} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function One({ of }: { of: Change }) {
  return (
    <div className="diff-change">
      {of.program !== undefined && of.program !== null && <p className="mono">{of.program}</p>}
      <dl className="facts">
        <dt>before</dt>
        <dd>
          <Said verdict={verdictNamed(of.from)} reason={of.reasonBefore} />
        </dd>
        <dt>now</dt>
        <dd>
          <Said verdict={verdictNamed(of.to)} reason={of.reason} />
        </dd>
      </dl>
      <KernelList ids={of.kernels} />
    </div>
  );
}

function Said({ verdict, reason }: { verdict: Verdict; reason: string }) {
  return (
    <>
      <VerdictMark verdict={verdict} />
      {reason !== "" && <>: {reason}</>}
    </>
  );
}
