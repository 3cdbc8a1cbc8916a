import { useMemo } from "react";
import { api } from "@/api/client";
import type { MatrixBody } from "@/model/matrix";
import { matrixOf, type Explanation } from "@/object/explanation";
import { placeText } from "@/object/SourceLine";
import { Code } from "@/ui/Code";
import { VerdictMark } from "@/ui/VerdictMark";
import { Answer } from "./Answer";
import { FieldHistory } from "./FieldHistory";
import { Kernels } from "./Kernels";

interface ExplainedProps {
  explanation: Explanation;
  whole: MatrixBody;
  sha: string;
  kind: "relocations" | "causes";
  number: number;
}

/** Four questions of each cause, then every kernel, then the history of what it is about. */
export function Explained({ explanation, whole, sha, kind, number }: ExplainedProps) {
  const matrix = useMemo(() => matrixOf(explanation, whole), [explanation, whole]);
  const access = explanation.causes.find((cause) => cause.access)?.access;
  return (
    <>
      {explanation.causes.length === 0 && kind === "relocations" && <Well sha={sha} number={number} />}
      {explanation.causes.map((cause) => (
        <Answer key={cause.number} cause={cause} matrix={matrix} whole={whole} />
      ))}
      <Kernels matrix={matrix} />
      {access && <FieldHistory access={access} />}
      {explanation.text !== "" && (
        <details className="relocation-text">
          <summary>As text, as the command line prints it</summary>
          <Code text={explanation.text} label="The same as text" copy="Copy text" />
        </details>
      )}
    </>
  );
}

/** Nothing is said against it: what it is, from the object itself. */
function Well({ sha, number }: { sha: string; number: number }) {
  const asked = api.useQuery("get", "/api/v1/objects/{sha256}/inspect", { params: { path: { sha256: sha } } });
  const relocation = asked.data?.relocations.find((one) => one.number === number);
  return (
    <section className="stack relocation-well">
      <h2>
        <VerdictMark verdict="ok" /> on every kernel that has BTF
      </h2>
      {relocation && (
        <dl className="facts">
          <dt>Wants</dt>
          <dd className="mono">{relocation.spec ?? relocation.kind}</dd>
          <dt>Program</dt>
          <dd className="mono">{relocation.program ?? relocation.section}</dd>
          {relocation.source && (
            <>
              <dt>Source</dt>
              <dd>
                <p className="mono">{placeText(relocation.source)}</p>
                <code className="source-line">{relocation.source.text.trim()}</code>
              </dd>
            </>
          )}
        </dl>
      )}
    </section>
  );
}
