import type { ReactNode } from "react";

/** A line of a list of facts. */
export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

/** Sentences, each on its own line. */
export function Lines({ lines, mono }: { lines: readonly string[]; mono?: boolean }) {
  return (
    <>
      {lines.map((line, at) => (
        <p key={at} className={mono ? "mono" : undefined}>
          {line}
        </p>
      ))}
    </>
  );
}
