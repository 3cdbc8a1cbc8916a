import { Link } from "react-router";
import type { Schema } from "@/api/schema-names";
import { objectAddress } from "@/app/routes";
import { More } from "@/knowledge/More";
import type { Verdict } from "@/model/verdict";
import { DataTable } from "@/ui/DataTable";
import { Empty } from "@/ui/Empty";
import { VerdictMark } from "@/ui/VerdictMark";

interface StandingProps {
  counts: Schema<"VerdictCounts">;
  broken: readonly Schema<"BrokenObject">[];
  query: React.ComponentProps<typeof More>["query"];
}

const COUNTED: readonly (readonly [Verdict, keyof Schema<"VerdictCounts">])[] = [
  ["broken", "broken"],
  ["unknown", "unknown"],
  ["no_btf", "noBtf"],
  ["conditional", "conditional"],
  ["changed", "changed"],
  ["guarded", "guarded"],
  ["ok", "ok"],
];

/** How the objects that are current somewhere stand on the kernel, and those that break. */
export function Standing({ counts, broken, query }: StandingProps) {
  const all = COUNTED.reduce((sum, [, name]) => sum + counts[name], 0);
  if (all === 0) {
    return (
      <>
        <h2>Current objects</h2>
        <Empty says="No object is current in a project, so none is counted here.">
          <Link to="/projects">Projects</Link>
        </Empty>
      </>
    );
  }
  return (
    <>
      <h2>Current objects</h2>
      <ul className="row kernel-counts" aria-label="How they stand">
        {COUNTED.filter(([, name]) => counts[name] > 0).map(([verdict, name]) => (
          <li key={verdict}>
            <VerdictMark verdict={verdict} /> <span className="number">{counts[name]}</span>
          </li>
        ))}
      </ul>
      {broken.length === 0 ? (
        <p>None of the {all} objects breaks on it.</p>
      ) : (
        <>
          <DataTable
            label="Objects that break"
            columns={[
              { head: "Breaks", cell: (object) => <Link to={objectAddress(object.sha256)}>{object.name}</Link> },
              { head: "Because", cell: (object) => object.reason },
            ]}
            rows={broken}
            rowKey={(object) => object.sha256}
          />
          <More query={query} noun="objects" />
        </>
      )}
    </>
  );
}
