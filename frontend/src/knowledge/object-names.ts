import { useMemo } from "react";
import { api } from "@/api/client";

/** What the newest objects are called, by digest: runs and evidence know digests only. */
export function useObjectNames(): ReadonlyMap<string, string> {
  const objects = api.useQuery("get", "/api/v1/objects", { params: { query: { limit: 500 } } });
  return useMemo(
    () => new Map(objects.data?.objects.map((object) => [object.sha256, object.name] as const)),
    [objects.data],
  );
}
