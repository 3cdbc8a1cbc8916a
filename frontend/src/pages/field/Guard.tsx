import type { History } from "@/model/history";
import { Code } from "@/ui/Code";

interface GuardProps {
  history: History;
  owner: string;
  field: string;
}

/** How to ask for it before it is read, where some kernels do not have it. */
export function Guard({ history, owner, field }: GuardProps) {
  const missing = history.answers.some((answer) => answer.status === "absent");
  if (!missing || history.present === 0) return null;
  return (
    <section className="stack">
      <h2>Where it is not there</h2>
      <p>
        A read that is not guarded breaks on those kernels. Ask first; the verifier then never comes to the read where
        the answer is no.
      </p>
      <Code label="The guard" copy="Copy code" text={guardOf(owner, field)} />
    </section>
  );
}

export function guardOf(owner: string, field: string): string {
  if (owner.startsWith("enum ")) {
    return `if (bpf_core_enum_value_exists(${owner}, ${field}))\n\tvalue = bpf_core_enum_value(${owner}, ${field});`;
  }
  const type = owner.startsWith("typedef ") ? owner.slice("typedef ".length) : owner;
  const pointer = "p";
  return `${type} *${pointer} = …;\n\nif (bpf_core_field_exists(${pointer}->${field}))\n\tvalue = BPF_CORE_READ(${pointer}, ${field});`;
}
