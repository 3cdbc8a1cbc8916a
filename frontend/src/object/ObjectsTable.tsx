import { Link } from "react-router";
import type { Schema } from "@/api/schema-names";
import { objectAddress, shortSha } from "@/app/routes";
import { DataTable, type Column } from "@/ui/DataTable";
import { When } from "@/ui/When";
import { CountsLine } from "./CountsLine";

type StoredObject = Schema<"StoredObject">;

const NAME: Column<StoredObject> = {
  head: "Object",
  cell: (object) => (
    <span className="objects-name">
      <Link to={objectAddress(object.sha256)}>{object.name}</Link>
      <span className="mono small muted">{shortSha(object.sha256)}</span>
    </span>
  ),
};

const KERNELS: Column<StoredObject> = {
  head: "Kernels",
  cell: (object) =>
    object.counts ? <CountsLine counts={object.counts} /> : <span className="muted">not judged yet</span>,
};

const PROGRAMS: Column<StoredObject> = { head: "Programs", number: true, cell: (object) => object.programs.length };

const UPLOADED: Column<StoredObject> = {
  head: "Uploaded",
  cell: (object) => (
    <span className="objects-when">
      <When at={object.uploadedAt} />
    </span>
  ),
};

/** Objects, each with how it stands. */
export function ObjectsTable({ objects, label }: { objects: readonly StoredObject[]; label: string }) {
  return (
    <DataTable
      label={label}
      columns={[NAME, KERNELS, PROGRAMS, UPLOADED]}
      rows={objects}
      rowKey={(object) => object.sha256}
    />
  );
}
