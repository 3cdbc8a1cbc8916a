import { useQuery } from "@tanstack/react-query";
import { call } from "@/api/client";
import type { ProblemError } from "@/api/problem";

/** The text of a page of the service; it changes only with the service. */
export function useDocument(path: string) {
  return useQuery<string, ProblemError>({
    queryKey: ["document", path],
    queryFn: async ({ signal }) =>
      (await call(path, { headers: { Accept: "text/markdown, text/plain;q=0.9" }, signal })).text(),
    staleTime: Infinity,
  });
}
