import { Link } from "react-router";
import { api } from "@/api/client";
import type { Schema } from "@/api/schema-names";
import { kernelAddress } from "@/app/routes";
import { More, rest } from "@/knowledge/More";
import { Asked } from "@/ui/Asked";
import { DataTable, type Column } from "@/ui/DataTable";

type Kernel = Schema<"Kernel">;

const COLUMNS: readonly Column<Kernel>[] = [
  {
    head: "Release",
    cell: (kernel) => (
      <>
        <Link to={kernelAddress(kernel.id)}>{kernel.release}</Link>
        {kernel.quarantine.length > 0 && <span className="muted small"> partly quarantined</span>}
      </>
    ),
  },
  { head: "Version", cell: (kernel) => kernel.version },
  { head: "Suite", cell: (kernel) => `${kernel.distro} ${kernel.suite}` },
  { head: "Architecture", cell: (kernel) => kernel.arch },
  { head: "BTF", cell: (kernel) => (kernel.btf ? "yes" : <span title={kernel.noBtf ?? ""}>∅ no BTF</span>) },
  { head: "Modules", cell: (kernel) => kernel.modules, number: true },
  { head: "Config", cell: (kernel) => yes(kernel.config) },
  { head: "Symbols", cell: (kernel) => yes(kernel.symbols) },
  { head: "Measured", cell: (kernel) => yes(kernel.measured) },
];

function yes(there: boolean) {
  return there ? "yes" : <span className="muted">no</span>;
}

/** The rows of a query, a part at a time. */
export function KernelTable({ query }: { query: string }) {
  const kernels = api.useInfiniteQuery(
    "get",
    "/api/v1/kernels",
    { params: { query: { targets: query, limit: 100 } } },
    rest,
  );
  return (
    <Asked query={kernels} what="the kernels">
      {({ pages }) => (
        <>
          <DataTable
            label="Kernels"
            columns={COLUMNS}
            rows={pages.flatMap((page) => page.kernels)}
            rowKey={(kernel) => kernel.id}
          />
          <More query={kernels} noun="kernels" />
        </>
      )}
    </Asked>
  );
}
