import type { ReactNode } from "react";
import { Problem } from "./Problem";

/** What is used of a query; one that comes in parts has it, too. */
interface Query<T> {
  data: T | undefined;
  isError: boolean;
  error: unknown;
  refetch: () => unknown;
}

interface AskedProps<T> {
  query: Query<T>;
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
