import { api } from "@/api/client";
import type { Schema } from "@/api/schema-names";
import { Code } from "@/ui/Code";

const COMPILE = "clang -g -O2 -target bpf -c probe.bpf.c -o probe.bpf.o";

/** What the object itself is to be told of: no BTF, nothing to relocate, warnings. */
export function Notes({ object }: { object: Schema<"StoredObject"> | undefined }) {
  if (object === undefined) return null;
  return (
    <>
      {object.relocations === 0 && <Bare sha={object.sha256} />}
      {object.warnings.length > 0 && (
        <div className="notice" data-kind="warning">
          {object.warnings.map((warning) => (
            <p key={warning}>{warning}</p>
          ))}
        </div>
      )}
    </>
  );
}

function Bare({ sha }: { sha: string }) {
  const inspection = api.useQuery("get", "/api/v1/objects/{sha256}/inspect", { params: { path: { sha256: sha } } });
  if (inspection.data === undefined) return <div className="object-bare" />;
  // What libbpf does not open is the first cause below.
  if (inspection.data.refusal) return null;
  if (!inspection.data.hasTypes) {
    return (
      <div className="notice object-bare" data-kind="warning">
        <p>
          <strong>This object has no BTF,</strong> so nothing in it is adjusted to a kernel: what it reads of kernel
          types is read where it was at compile time. Compiled like this it has:
        </p>
        <Code text={COMPILE} label="How to compile with BTF" copy="Copy" />
      </div>
    );
  }
  return (
    <div className="notice object-bare" data-kind="pass">
      <p>
        <strong>It makes no assumptions about kernel layouts; nothing to relocate.</strong> That is a pass. Where it
        reads through pointers to kernel types, <code>BPF_CORE_READ</code> or <code>preserve_access_index</code> makes
        these reads relocations.
      </p>
    </div>
  );
}
