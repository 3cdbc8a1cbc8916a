import { Link } from "react-router";
import type { Schema } from "@/api/schema-names";
import { kernelAddress, objectAddress } from "@/app/routes";
import { OutcomeMark } from "@/knowledge/OutcomeMark";
import { LOOKS, type Verdict } from "@/model/verdict";
import { DataTable } from "@/ui/DataTable";
import { VerdictMark } from "@/ui/VerdictMark";
import { When } from "@/ui/When";

interface DisagreementsProps {
  /** The first ones. */
  disagreements: readonly Schema<"Disagreement">[];
  /** How many there are. */
  all: number;
}

/** Every prediction that did not come true, with what happened and where to look. */
export function Disagreements({ disagreements, all }: DisagreementsProps) {
  if (all === 0) return null;
  return (
    <>
      <div className="notice" data-kind="problem">
        <p>
          <strong>{all === 1 ? "One prediction was wrong." : `${all} predictions were wrong.`}</strong> The booted
          kernel is right; Relogrid has a fault, which is worth a report with these lines.
        </p>
        {disagreements.length < all && <p>The first {disagreements.length} are below.</p>}
      </div>
      <DataTable
        label="Disagreements"
        rows={disagreements}
        rowKey={(one) => `${one.sha256} ${one.program} ${one.kernel}`}
        stacks
        columns={[
          {
            head: "Program",
            cell: (one) => (
              <Link to={objectAddress(one.sha256, { cell: `${one.program}@${one.kernel}` })}>
                {one.program} of {one.object}
              </Link>
            ),
          },
          { head: "Kernel", cell: (one) => <Link to={kernelAddress(one.kernel)}>{one.kernel}</Link> },
          { head: "Predicted", cell: (one) => <Predicted verdict={one.predicted} /> },
          { head: "Happened", cell: (one) => <OutcomeMark outcome={one.outcome} agrees={false} /> },
          { head: "It said", cell: (one) => <span className="mono">{one.detail}</span> },
          { head: "Evidence", cell: (one) => <a href={one.evidence}>JSON</a> },
          { head: "Booted", cell: (one) => <When at={one.bootedAt} /> },
        ]}
      />
    </>
  );
}

function Predicted({ verdict }: { verdict: string }) {
  return verdict in LOOKS ? <VerdictMark verdict={verdict as Verdict} /> : <span>{verdict}</span>;
}
