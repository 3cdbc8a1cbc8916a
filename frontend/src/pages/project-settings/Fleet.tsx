import { api } from "@/api/client";
import type { Schema } from "@/api/schema-names";
import { Allowed } from "@/project/Allowed";
import { Asked } from "@/ui/Asked";
import { DataTable } from "@/ui/DataTable";
import { unknownOf } from "./unknownKernels";
import { FleetForm } from "./FleetForm";

/** Which machines a project has, and which of their kernels nobody knows. */
export function Fleet({ project }: { project: string }) {
  const query = api.useQuery(
    "get",
    "/api/v1/projects/{project}/fleet",
    { params: { path: { project } }, headers: { Accept: "application/json" } },
    // The same address has a table as text.
    { select: (body) => body as Schema<"FleetView"> },
  );
  const archive = api.useQuery("get", "/api/v1/targets", { params: { query: { q: "all" } } });
  return (
    <Asked query={query} what="the fleet">
      {(fleet) => {
        const ids = fleet.kernels.map((one) => one.kernel);
        const unknown = new Set(archive.data === undefined ? [] : unknownOf(ids, archive.data.kernels));
        return (
          <>
            {fleet.nodes === 0 ? (
              <p>No fleet is known. With one, answers say on how many nodes an object passes.</p>
            ) : (
              <p>
                {fleet.nodes} nodes run {ids.length} kernels
                {unknown.size > 0 && `; ${unknown.size} of these the archive does not have`}.
              </p>
            )}
            {ids.length > 0 && (
              <details className="project-fold project-slim" open={ids.length <= 20}>
                <summary>Its kernels</summary>
                <DataTable
                  label="Kernels of the fleet"
                  rows={fleet.kernels}
                  rowKey={(one) => one.kernel}
                  columns={[
                    { head: "Kernel", cell: (one) => <span className="mono">{one.kernel}</span> },
                    { head: "Nodes", number: true, cell: (one) => one.nodes },
                    { head: "Archive", cell: (one) => (unknown.has(one.kernel) ? "? does not have it" : "✓ has it") },
                  ]}
                />
              </details>
            )}
            <Allowed scope="upload" project={project}>
              <FleetForm project={project} kernels={fleet.kernels} />
            </Allowed>
          </>
        );
      }}
    </Asked>
  );
}
