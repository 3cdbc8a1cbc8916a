import { useQuery } from "@tanstack/react-query";
import { call } from "@/api/client";
import type { ProblemError } from "@/api/problem";

/** A page of the service as Markdown or as text; it changes only with the service. */
export function useDocument(path: string, form: "text/markdown" | "text/plain") {
  return useQuery<string, ProblemError>({
    queryKey: ["document", path, form],
    queryFn: async ({ signal }) => (await call(path, { headers: { Accept: form }, signal })).text(),
    staleTime: Infinity,
  });
}
