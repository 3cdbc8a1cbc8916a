import { Link } from "react-router";
import type { Schema } from "@/api/schema-names";
import { address, type Query } from "@/app/routes";
import { placeText } from "@/object/SourceLine";
import { DataTable, type Column } from "@/ui/DataTable";

type Facts = Schema<"Inspection">;
type Relocation = Schema<"Relocation">;

const PROGRAMS: readonly Column<Schema<"Code">>[] = [
  { head: "Program", cell: (one) => <span className="mono">{one.name}</span> },
  { head: "Section", cell: (one) => <span className="mono">{one.section}</span> },
  { head: "Instructions", number: true, cell: (one) => one.insnCount },
  { head: "Loads", cell: (one) => (one.subprogram ? "with its callers" : one.autoload ? "yes" : "when switched on") },
];

const MAPS: readonly Column<Schema<"Map">>[] = [
  { head: "Map", cell: (one) => <span className="mono">{one.name}</span> },
  { head: "Type", cell: (one) => one.typeName },
  { head: "Key", number: true, cell: (one) => one.keySize },
  { head: "Value", number: true, cell: (one) => one.valueSize },
  { head: "Entries", number: true, cell: (one) => one.maxEntries },
];

const EXTERNS: readonly Column<Schema<"Extern">>[] = [
  { head: "Extern", cell: (one) => <span className="mono">{one.name}</span> },
  { head: "Kind", cell: (one) => one.kind },
  { head: "Needed", cell: (one) => (one.weak ? "no: weak" : "yes") },
];

/** Programs, maps, externs, and every relocation with a link to what becomes of it. */
export function Inspection({ inspection, sha, query }: { inspection: Facts; sha: string; query: Query }) {
  const relocations: readonly Column<Relocation>[] = [
    {
      head: "#",
      cell: (one) => (
        <Link to={address("/objects/:sha/relocations/:number", { sha, number: one.number }, query)}>#{one.number}</Link>
      ),
    },
    { head: "Program", cell: (one) => <span className="mono">{one.program ?? one.section}</span> },
    { head: "Access", cell: (one) => <span className="mono small">{one.spec ?? one.refusal ?? one.kind}</span> },
    { head: "Source", cell: (one) => <span className="mono small">{one.source ? placeText(one.source) : ""}</span> },
  ];
  const { programs, maps, externs } = inspection;
  return (
    <div className="stack">
      <p className="muted small">
        {inspection.byteOrder} endian, {inspection.hasTypes ? "with BTF" : "without BTF"}
      </p>
      <DataTable label="Programs" columns={PROGRAMS} rows={programs} rowKey={(one) => `${one.section} ${one.name}`} />
      {maps.length > 0 && <DataTable label="Maps" columns={MAPS} rows={maps} rowKey={(one) => one.name} />}
      {externs.length > 0 && <DataTable label="Externs" columns={EXTERNS} rows={externs} rowKey={(one) => one.name} />}
      {inspection.relocations.length > 0 && (
        <DataTable
          label="Relocations"
          columns={relocations}
          rows={inspection.relocations}
          rowKey={(one) => String(one.number)}
        />
      )}
    </div>
  );
}
