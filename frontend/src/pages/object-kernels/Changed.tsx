import { Link } from "react-router";
import type { Schema } from "@/api/schema-names";
import { kernelAddress, objectAddress } from "@/app/routes";
import { ObjectsDiff } from "@/pages/diff/ObjectsDiff";
import { isEmpty } from "@/pages/diff/parts";
import "@/pages/diff/diff.css";

/** What is different on the second kernel. */
export function Changed({ answer, sha }: { answer: Schema<"KernelDiff">; sha: string }) {
  const { from, to, diff } = answer;
  return (
    <>
      <p className="object-kernels-summary">
        <strong>{isEmpty(diff) ? "Nothing changes: it is the same on both." : summary(answer)}</strong>
      </p>
      <p className="small">
        <Link className="mono" to={kernelAddress(from)}>
          {from}
        </Link>
        {" to "}
        <Link className="mono" to={kernelAddress(to)}>
          {to}
        </Link>
        {" · "}
        <Link to={objectAddress(sha, { targets: to })}>The report on the second</Link>
      </p>
      {!isEmpty(diff) && <ObjectsDiff of={diff} />}
    </>
  );
}

function summary({ diff }: Schema<"KernelDiff">): string {
  const [change] = diff.changes;
  if (change === undefined) return `${diff.summary}.`;
  const better = {
    regressed: "It breaks there",
    fixed: "It works there",
    changed_reason: "It is the same for another reason",
  };
  const says = better[change.kind as keyof typeof better] ?? "It is not the same there";
  return change.reason === "" ? `${says}.` : `${says}: ${change.reason}.`;
}
