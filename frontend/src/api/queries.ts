import { QueryClient } from "@tanstack/react-query";
import { ProblemError } from "./problem";

/** Answers are kept while the page lives and asked for again when somebody comes back; what was refused stays refused. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      gcTime: 30 * 60_000,
      retry: (times, error) =>
        times < 2 && error instanceof ProblemError && (error.status === 0 || error.status >= 502),
      refetchOnWindowFocus: true,
      // What was answered stays on the page while nobody answers (the header says that it is old).
      networkMode: "always",
    },
  },
});
