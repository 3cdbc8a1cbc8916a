import { address, shortSha, type Query } from "@/app/routes";
import type { Cause } from "@/model/matrix";

/** The page that explains a cause: its relocation's, where it has one. */
export function explained(sha256: string, cause: Cause, query: Query): string {
  const sha = shortSha(sha256);
  const relocation = cause.access?.relocations[0];
  return relocation === undefined
    ? address("/objects/:sha/causes/:number", { sha, number: cause.number }, query)
    : address("/objects/:sha/relocations/:number", { sha, number: relocation }, query);
}
