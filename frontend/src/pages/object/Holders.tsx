import { Link } from "react-router";
import type { Schema } from "@/api/schema-names";
import { address, refSegment } from "@/app/routes";
import { When } from "@/ui/When";

/** Which refs of which projects have this object. */
export function Holders({ object }: { object: Schema<"StoredObject"> | undefined }) {
  const holders = object?.projects ?? [];
  if (holders.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="holders">
      <h2 id="holders">Where it is</h2>
      <ul className="cause-list">
        {holders.map((one) => (
          <li key={`${one.project} ${one.ref} ${one.path}`}>
            <Link to={address("/projects/:project", { project: one.project })}>{one.project}</Link>
            {", "}
            <Link to={address("/projects/:project/:ref", { project: one.project, ref: refSegment(one.ref) })}>
              {one.ref}
            </Link>
            {" as "}
            <span className="mono">{one.path}</span>
            <span className="muted">
              {" since "}
              <When at={one.since} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
