import { api } from "@/api/client";
import { address, type Query } from "@/app/routes";
import type { Matrix } from "@/model/matrix";
import { ButtonLink } from "@/ui/Button";

interface BesideProps {
  kind: "relocations" | "causes";
  sha: string;
  number: number;
  query: Query;
  matrix: Matrix | undefined;
}

/** The one before and the one after. */
export function Beside({ kind, sha, number, query, matrix }: BesideProps) {
  const object = api.useQuery("get", "/api/v1/objects/{sha256}", { params: { path: { sha256: sha } } });
  const count = kind === "relocations" ? object.data?.relocations : matrix?.causes.length;
  const to = (other: number) =>
    kind === "relocations"
      ? address("/objects/:sha/relocations/:number", { sha, number: other }, query)
      : address("/objects/:sha/causes/:number", { sha, number: other }, query);
  const what = kind === "relocations" ? "relocation" : "cause";
  return (
    <nav className="row no-print relocation-beside" aria-label={`Other ${what}s`}>
      {number > 0 && (
        <ButtonLink size="small" to={to(number - 1)}>
          ← Previous {what}
        </ButtonLink>
      )}
      {count !== undefined && number + 1 < count && (
        <ButtonLink size="small" to={to(number + 1)}>
          Next {what} →
        </ButtonLink>
      )}
      {count !== undefined && (
        <span className="small muted">
          {what} {number}; the last is {count - 1}
        </span>
      )}
    </nav>
  );
}
