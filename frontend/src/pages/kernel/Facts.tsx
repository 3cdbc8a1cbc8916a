import type { Schema } from "@/api/schema-names";
import { typeAddress } from "@/knowledge/things";
import { Link } from "react-router";

interface FactsProps {
  kernel: Schema<"Kernel">;
  source: readonly string[];
}

/** What the archive has of the kernel. */
export function Facts({ kernel, source }: FactsProps) {
  const facts: [string, React.ReactNode][] = [
    ["Version", kernel.version === "" ? "not known" : kernel.version],
    ["Flavour", kernel.flavour === "" ? "none" : kernel.flavour],
    ["Types", kernel.btf ? <Types kernel={kernel.id} /> : `∅ no BTF: ${kernel.noBtf ?? "the kernel ships none"}`],
    ["Modules", kernel.modules === 0 ? "types of none are kept" : `types of ${kernel.modules} are kept`],
    ["Configuration", kernel.config ? "known" : "not known: what depends on an option is unknown here"],
    ["Symbols", kernel.symbols ? "known" : "not known: what is attached to cannot be looked up"],
    ["Measured", kernel.measured ? "booted once, and asked what it can do" : "not booted yet"],
    ["Taken from", source.length === 0 ? "not known" : source.join(", ")],
  ];
  return (
    <>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name} style={{ display: "contents" }}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {kernel.quarantine.length > 0 && (
        <div className="notice" data-kind="warning">
          <p>Parts of it were found unhealthy when it was added, and are not used:</p>
          <ul>
            {kernel.quarantine.map((why) => (
              <li key={why}>{why}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

function Types({ kernel }: { kernel: string }) {
  return (
    <>
      in the archive; <Link to={typeAddress("struct task_struct", { kernel })}>struct task_struct there</Link>
    </>
  );
}
