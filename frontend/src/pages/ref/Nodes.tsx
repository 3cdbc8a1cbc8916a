import type { Schema } from "@/api/schema-names";
import { DataTable } from "@/ui/DataTable";

/** On how many machines of the fleet it works, and which kernels are in the way. */
export function Nodes({ of }: { of: Schema<"NodesView"> }) {
  const rows = [
    ...of.failingKernels.map((one) => ({ ...one, why: "fails there" })),
    ...of.absentKernels.map((one) => ({ ...one, why: "not in the archive" })),
  ];
  return (
    <section className="stack project-part" aria-labelledby="nodes">
      <h2 id="nodes">In the fleet</h2>
      <p>{of.sentence}</p>
      {rows.length > 0 && (
        <details className="project-fold project-slim">
          <summary>
            {rows.length === 1 ? "The kernel" : `The ${rows.length} kernels`} of the fleet it does not pass on
          </summary>
          <DataTable
            label="Kernels of the fleet it does not pass on"
            rows={rows}
            rowKey={(row) => `${row.why} ${row.kernel}`}
            columns={[
              { head: "Kernel", cell: (row) => <span className="mono">{row.kernel}</span> },
              { head: "Nodes", number: true, cell: (row) => row.nodes },
              { head: "Why", cell: (row) => row.why },
            ]}
          />
        </details>
      )}
    </section>
  );
}
