import { Link } from "react-router";
import { api } from "@/api/client";
import type { Schema } from "@/api/schema-names";
import { kernelAddress } from "@/app/routes";
import { Asked } from "@/ui/Asked";
import { DataTable } from "@/ui/DataTable";
import { Page } from "@/ui/Page";
import { TextForms } from "@/ui/TextForms";
import { agreed, compared, wrong } from "./counts";
import { Disagreements } from "./Disagreements";
import { NothingBooted } from "./NothingBooted";

/** What the engine predicted against what booted kernels did. A disagreement is a fault of ours, and the first thing shown. */
export function Component() {
  const agreement = api.useQuery("get", "/api/v1/agreement", { params: { query: { limit: 500 } } });
  return (
    <Page title="Static against booted" actions={<TextForms />}>
      <Asked query={agreement} what="the evidence">
        {(body) => (body.counts.programs === 0 ? <NothingBooted /> : <Told body={body} />)}
      </Asked>
    </Page>
  );
}

function Told({ body }: { body: Schema<"Agreement"> }) {
  const { counts } = body;
  return (
    <>
      <Disagreements disagreements={body.disagreements} all={wrong(counts)} />
      <p>
        <strong>
          {compared(counts) === 0
            ? "Nothing can be held against each other yet."
            : wrong(counts) === 0
              ? `Booted kernels agree with every one of ${compared(counts)} predictions.`
              : `Booted kernels agree with ${agreed(counts)} of ${compared(counts)} predictions.`}
        </strong>{" "}
        A prediction is of one program on one kernel.
        {counts.conditional + counts.unknown > 0 &&
          ` ${counts.conditional + counts.unknown} more were tried without one that says yes or no.`}
        {counts.noTrial > 0 && ` ${counts.noTrial} could not be tried.`}
      </p>
      <h2>By kernel</h2>
      <DataTable
        label="Booted kernels"
        rows={body.kernels}
        rowKey={(row) => row.kernel}
        stacks
        columns={[
          { head: "Kernel", cell: (row) => <Link to={kernelAddress(row.kernel)}>{row.kernel}</Link> },
          { head: "Loads, as predicted", cell: (row) => row.counts.trueOk, number: true },
          { head: "Breaks, as predicted", cell: (row) => row.counts.trueBroken, number: true },
          { head: "False ok", cell: (row) => <Wrong count={row.counts.falseOk} />, number: true },
          { head: "False broken", cell: (row) => <Wrong count={row.counts.falseBroken} />, number: true },
          { head: "Undecided", cell: (row) => row.counts.conditional + row.counts.unknown, number: true },
          { head: "Not tried", cell: (row) => row.counts.noTrial, number: true },
        ]}
      />
    </>
  );
}

function Wrong({ count }: { count: number }) {
  return count > 0 ? <strong>! {count}</strong> : count;
}
