import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Problem } from "./Problem";

interface AskedProps<T> {
  query: UseQueryResult<T, unknown>;
  /** What is being waited for, as the end of "Waiting for …". */
  what: string;
  children: (answer: T) => ReactNode;
}

/** What the service answered; until then and otherwise, why not. An old answer stays while nobody answers anew. */
export function Asked<T>({ query, what, children }: AskedProps<T>) {
  if (query.data !== undefined) {
    return (
      <>
        {query.isError && (
          <div className="notice" data-kind="warning" role="status">
            <p>This is what the service said before; it cannot be reached now.</p>
          </div>
        )}
        {children(query.data)}
      </>
    );
  }
  if (query.isError) return <Problem error={query.error} retry={() => void query.refetch()} />;
  return (
    <p className="muted" role="status">
      Waiting for {what} …
    </p>
  );
}
