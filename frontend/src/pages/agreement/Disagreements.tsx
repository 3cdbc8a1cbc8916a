import { Link } from "react-router";
import { kernelAddress, objectAddress, shortSha } from "@/app/routes";
import { useObjectNames } from "@/knowledge/object-names";
import { OutcomeMark } from "@/knowledge/OutcomeMark";
import { LOOKS, type Verdict } from "@/model/verdict";
import { DataTable } from "@/ui/DataTable";
import { VerdictMark } from "@/ui/VerdictMark";
import { When } from "@/ui/When";
import type { Trial } from "./evidence";

/** Every prediction that did not come true, with what happened and where to look. */
export function Disagreements({ trials }: { trials: readonly Trial[] }) {
  const names = useObjectNames();
  if (trials.length === 0) return null;
  return (
    <>
      <div className="notice" data-kind="problem">
        <p>
          <strong>
            {trials.length === 1 ? "One prediction was wrong." : `${trials.length} predictions were wrong.`}
          </strong>{" "}
          The booted kernel is right; Relogrid has a fault, which is worth a report with these lines.
        </p>
      </div>
      <DataTable
        label="Disagreements"
        rows={trials}
        rowKey={(trial) => `${trial.object} ${trial.program} ${trial.kernel}`}
        columns={[
          {
            head: "Program",
            cell: (trial) => (
              <Link to={objectAddress(trial.object, { cell: `${trial.program}@${trial.kernel}` })}>
                {trial.program} of {names.get(trial.object) ?? shortSha(trial.object)}
              </Link>
            ),
          },
          { head: "Kernel", cell: (trial) => <Link to={kernelAddress(trial.kernel)}>{trial.kernel}</Link> },
          { head: "Predicted", cell: (trial) => <Predicted verdict={trial.predicted ?? "unknown"} /> },
          { head: "Happened", cell: (trial) => <OutcomeMark outcome={trial.outcome} agrees={false} /> },
          { head: "It said", cell: (trial) => <span className="mono">{trial.detail}</span> },
          { head: "Booted", cell: (trial) => <When at={trial.bootedAt} /> },
        ]}
      />
    </>
  );
}

function Predicted({ verdict }: { verdict: string }) {
  return verdict in LOOKS ? <VerdictMark verdict={verdict as Verdict} /> : <span>{verdict}</span>;
}
