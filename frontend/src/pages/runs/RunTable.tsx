import { Link } from "react-router";
import { address, objectAddress, shortSha } from "@/app/routes";
import { progressWords, stateWords, tookWords, type Run } from "@/knowledge/run-words";
import { useObjectNames } from "@/knowledge/object-names";
import { DataTable } from "@/ui/DataTable";
import { When } from "@/ui/When";

export function RunTable({ runs }: { runs: readonly Run[] }) {
  const names = useObjectNames();
  const now = Date.now();
  return (
    <DataTable
      label="Runs"
      rows={runs}
      rowKey={(run) => run.id}
      columns={[
        {
          head: "Run",
          cell: (run) => (
            <Link to={address("/runs/:id", { id: run.id })}>
              {run.kind} <span className="mono">{run.id.slice(0, 8)}</span>
            </Link>
          ),
        },
        { head: "State", cell: (run) => stateWords(run.state) },
        { head: "Kernels", cell: (run) => progressWords(run, now), number: true },
        {
          head: "Object",
          cell: (run) => (
            <Link to={objectAddress(run.object)} className="mono">
              {names.get(run.object) ?? shortSha(run.object)}
            </Link>
          ),
        },
        { head: "Asked for", cell: (run) => <When at={run.createdAt} /> },
        { head: "Took", cell: (run) => tookWords(run) ?? "…", number: true },
        { head: "By", cell: (run) => run.requestedBy },
      ]}
    />
  );
}
