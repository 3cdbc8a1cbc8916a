import type { Schema } from "@/api/schema-names";

/** An access as C has it, `struct inode ▸ i_ctime ▸ tv_sec`, with what kernels do not have marked in more than colour. */
export function AccessPath({ access, verdict }: { access: Schema<"Access">; verdict: string }) {
  const parts = [access.root, ...access.steps];
  // -1 is the type itself.
  const missing = access.missing + 1;
  return (
    <span className="access mono" data-verdict={verdict}>
      {parts.map((part, at) => (
        <span key={at}>
          {at > 0 && (
            <span className="access-step" aria-hidden="true">
              {" ▸ "}
            </span>
          )}
          {at > 0 && <span className="only-heard"> then </span>}
          {at === missing && hasMissing(access) ? (
            <mark className="access-missing">
              {part}
              <span className="only-heard"> (missing)</span>
            </mark>
          ) : (
            part
          )}
        </span>
      ))}
    </span>
  );
}

function hasMissing(access: Schema<"Access">): boolean {
  return access.missing >= -1 && access.missing < access.steps.length;
}

/** The page of the type or field an access is about: as far as the part kernels do not have. */
export function memberOf(access: Schema<"Access">): { name: string; field: string } {
  const end = access.missing < 0 ? access.steps.length : access.missing + 1;
  const name = access.root.replace(/^(struct|union|enum) /, "").replace(/___.*$/, "");
  return { name, field: access.steps.slice(0, end).join(".") };
}
