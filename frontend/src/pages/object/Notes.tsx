import type { Schema } from "@/api/schema-names";
import { Code } from "@/ui/Code";

const COMPILE = "clang -g -O2 -target bpf -c probe.bpf.c -o probe.bpf.o";

interface NotesProps {
  object: Schema<"StoredObject">;
  inspection: Schema<"Inspection"> | undefined;
}

/** What the object itself is to be told of: no BTF, nothing to relocate, warnings. */
export function Notes({ object, inspection }: NotesProps) {
  return (
    <>
      {object.relocations === 0 && inspection && <Bare inspection={inspection} />}
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

function Bare({ inspection }: { inspection: Schema<"Inspection"> }) {
  // What libbpf does not open is the first cause below.
  if (inspection.refusal) return null;
  if (!inspection.hasTypes) {
    return (
      <div className="notice" data-kind="warning">
        <p>
          <strong>This object has no BTF,</strong> so nothing in it is adjusted to a kernel: what it reads of kernel
          types is read where it was at compile time. Compiled like this it has:
        </p>
        <Code text={COMPILE} label="How to compile with BTF" copy="Copy" />
      </div>
    );
  }
  return (
    <div className="notice" data-kind="pass">
      <p>
        <strong>It makes no assumptions about kernel layouts; nothing to relocate.</strong> That is a pass. Where it
        reads through pointers to kernel types, <code>BPF_CORE_READ</code> or <code>preserve_access_index</code> makes
        these reads relocations.
      </p>
    </div>
  );
}
