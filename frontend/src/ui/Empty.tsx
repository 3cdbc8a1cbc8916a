import type { ReactNode } from "react";

/** Nothing to show: one sentence why, and one thing to do. */
export function Empty({ says, children }: { says: ReactNode; children?: ReactNode }) {
  return (
    <div className="notice">
      <p>{says}</p>
      {children}
    </div>
  );
}
