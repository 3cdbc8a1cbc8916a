import { Link } from "react-router";
import type { Schema } from "@/api/schema-names";
import { kernelAddress } from "@/app/routes";
import { fieldAddress, typeAddress } from "@/knowledge/things";
import { Code } from "@/ui/Code";
import { DataTable } from "@/ui/DataTable";

type KernelType = Schema<"KernelType">;

// A longer one is behind a button: its members are a table anyhow.
const SHORT = 40;

/** What the type is on one kernel: a sentence, C, and its members or enumerators, each leading to its history. */
export function Definition({ type }: { type: KernelType }) {
  return (
    <>
      <p>
        {type.kind === "typedef" ? (
          <>
            Another name of <code>{type.target}</code>
          </>
        ) : (
          `${type.size} bytes`
        )}
        {type.members.length > 0 && `, ${type.members.length} members`}
        {type.enumerators.length > 0 && `, ${type.enumerators.length} values`}, on{" "}
        <Link to={kernelAddress(type.kernel)}>{type.kernel}</Link>
        {type.module != null && ` in module ${type.module}`}.
        {type.variants > 1 && ` The kernel has ${type.variants} different types of this name; this is the first.`}
      </p>
      {type.others.length > 0 && (
        <p className="small">
          Of the same name:{" "}
          {type.others.map((other) => (
            <Link key={other} to={typeAddress(other)} className="mono">
              {other}{" "}
            </Link>
          ))}
        </p>
      )}
      {type.members.length > 0 && <Members type={type} />}
      {type.enumerators.length > 0 && <Enumerators type={type} />}
      {type.c !== "" && (
        <details open={type.c.split("\n").length <= SHORT}>
          <summary>As C</summary>
          <Code label={`${type.type} as C`} copy="Copy the definition" text={type.c} />
        </details>
      )}
    </>
  );
}

function Members({ type }: { type: KernelType }) {
  return (
    <div className="type-members">
      <DataTable
        label={`Members of ${type.type}`}
        rows={type.members}
        rowKey={(member) => `${member.path} ${member.bitOffset}`}
        columns={[
          {
            head: "Member",
            cell: (member) => (
              <Link className="mono" to={fieldAddress(type.type, member.path)}>
                {member.path}
              </Link>
            ),
          },
          { head: "Type", cell: (member) => <span className="mono">{member.type}</span> },
          { head: "Offset", cell: offsetOf, number: true },
          { head: "Size", cell: sizeOf, number: true },
        ]}
      />
    </div>
  );
}

type Member = KernelType["members"][number];

/** Bytes; with bits behind a colon where it is no whole byte. */
function offsetOf(member: Member): string {
  const bits = member.bitOffset % 8;
  return `${Math.floor(member.bitOffset / 8)}${bits === 0 && !member.bitfield ? "" : `:${bits}`}`;
}

function sizeOf(member: Member): string {
  if (member.bitfield) return `${member.bitSize} ${member.bitSize === 1 ? "bit" : "bits"}`;
  return member.bitSize === 0 ? "no end" : String(member.bitSize / 8);
}

function Enumerators({ type }: { type: KernelType }) {
  return (
    <div className="type-members">
      <DataTable
        label={`Values of ${type.type}`}
        rows={type.enumerators}
        rowKey={(one) => one.name}
        columns={[
          {
            head: "Name",
            cell: (one) => (
              <Link className="mono" to={fieldAddress(type.type, one.name)}>
                {one.name}
              </Link>
            ),
          },
          { head: "Value", cell: (one) => one.value, number: true },
        ]}
      />
    </div>
  );
}
