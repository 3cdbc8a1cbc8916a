import { Link } from "react-router";
import type { Schema } from "@/api/schema-names";
import { kernelAddress } from "@/app/routes";
import { kernelName } from "@/model/kernel";
import { useLine } from "./line";

/** The builds before and after in the kernel's line. */
export function Neighbours({ kernel }: { kernel: Schema<"Kernel"> }) {
  const line = useLine(kernel) ?? [];
  const at = line.indexOf(kernel.id);
  if (at < 0) return <p className="small">&nbsp;</p>;
  const before = line[at - 1];
  const after = line[at + 1];
  return (
    <nav className="row small" aria-label="Other builds of its line">
      {before !== undefined && (
        <Link to={kernelAddress(before)} rel="prev">
          ← {kernelName(before).release}
        </Link>
      )}
      <span className="muted">
        build {at + 1} of {line.length} of its line
      </span>
      {after !== undefined && (
        <Link to={kernelAddress(after)} rel="next">
          {kernelName(after).release} →
        </Link>
      )}
    </nav>
  );
}
