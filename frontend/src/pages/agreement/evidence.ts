import { useQueries, type UseQueryResult } from "@tanstack/react-query";
import { api, client } from "@/api/client";
import type { Schema } from "@/api/schema-names";

/** What a booted kernel did with a program of an object. */
export interface Trial extends Schema<"Booted"> {
  object: string;
}

interface Evidence {
  trials: readonly Trial[];
  /** How many objects were booted, and how many of them have told. */
  objects: number;
  told: number;
  waiting: boolean;
  error: unknown;
}

// Evidence is kept by object; those that were booted last come first.
const RUNS = 200;

/** The evidence of every object that was booted lately. */
export function useEvidence(): Evidence {
  const runs = api.useQuery("get", "/api/v1/runs", { params: { query: { kind: "boot", limit: RUNS } } });
  const objects = [...new Set(runs.data?.items.map((run) => run.object))];
  return useQueries({
    queries: objects.map((sha256) => ({
      queryKey: ["evidence", sha256],
      queryFn: async () => {
        const { data } = await client.GET("/api/v1/objects/{sha256}/evidence", { params: { path: { sha256 } } });
        return data?.items ?? [];
      },
    })),
    combine: (answers: UseQueryResult<Schema<"Booted">[]>[]) => ({
      trials: answers.flatMap(({ data }, at) => (data ?? []).map((one) => ({ ...one, object: objects[at] ?? "" }))),
      objects: objects.length,
      told: answers.filter(({ data }) => data !== undefined).length,
      waiting: runs.isPending || answers.some((answer) => answer.isPending),
      error: runs.error ?? answers.find((answer) => answer.isError)?.error ?? null,
    }),
  });
}
