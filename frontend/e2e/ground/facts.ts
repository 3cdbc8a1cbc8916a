import type { Schema } from "@/api/schema-names";
import { rest } from "./tabs";

export type Cause = Schema<"Cause">;

/** What the interface says of an object: what a page has to show. */
export async function factsOf(sha: string) {
  const matrix = await rest.get<Schema<"Matrix">>(`/api/v1/objects/${sha}/matrix`);
  const worst = matrix.causes[0];
  if (worst === undefined) throw new Error(`${sha} has no cause`);
  const builds = (worst.kernels ?? []).reduce((sum, range) => sum + ((range[1] ?? 0) - (range[0] ?? 0) + 1), 0);
  const { counts } = matrix;
  return { counts, worst, builds, pass: counts.ok + counts.guarded, fail: counts.broken };
}
