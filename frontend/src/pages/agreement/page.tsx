import { Link } from "react-router";
import { kernelAddress } from "@/app/routes";
import { DataTable } from "@/ui/DataTable";
import { Page } from "@/ui/Page";
import { Problem } from "@/ui/Problem";
import { TextForms } from "@/ui/TextForms";
import { byKernel, countsOf } from "./counts";
import { Disagreements } from "./Disagreements";
import { useEvidence } from "./evidence";
import { NothingBooted } from "./NothingBooted";

/** What the engine predicted against what booted kernels did. A disagreement is a fault of ours, and the first thing shown. */
export function Component() {
  const evidence = useEvidence();
  const { trials } = evidence;
  const counts = countsOf(trials);
  const compared = counts.agree + counts.disagree;
  return (
    <Page title="Static against booted" actions={<TextForms />}>
      {evidence.error !== null && <Problem error={evidence.error} />}
      {evidence.waiting && (
        <p className="muted" role="status">
          Waiting for the evidence: {evidence.told} of {evidence.objects} objects …
        </p>
      )}
      {!evidence.waiting && evidence.error === null && trials.length === 0 && <NothingBooted />}
      {trials.length > 0 && (
        <>
          <Disagreements trials={trials.filter((trial) => trial.agrees === false)} />
          <p>
            <strong>
              {counts.disagree === 0
                ? compared === 0
                  ? "Nothing can be held against each other yet."
                  : `Booted kernels agree with every one of ${compared} predictions.`
                : `Booted kernels agree with ${counts.agree} of ${compared} predictions.`}
            </strong>{" "}
            A prediction is of one program on one kernel.
            {counts.open > 0 && ` ${counts.open} more were tried without one that says yes or no.`}
            {counts.none > 0 && ` ${counts.none} could not be tried.`}
          </p>
          <h2>By kernel</h2>
          <DataTable
            label="Booted kernels"
            rows={byKernel(trials)}
            rowKey={(row) => row.kernel}
            columns={[
              { head: "Kernel", cell: (row) => <Link to={kernelAddress(row.kernel)}>{row.kernel}</Link> },
              { head: "Agree", cell: (row) => row.agree, number: true },
              {
                head: "Disagree",
                cell: (row) => (row.disagree > 0 ? <strong>! {row.disagree}</strong> : 0),
                number: true,
              },
              { head: "No prediction", cell: (row) => row.open, number: true },
              { head: "Not tried", cell: (row) => row.none, number: true },
            ]}
          />
        </>
      )}
    </Page>
  );
}
