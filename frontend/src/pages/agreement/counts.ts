import type { Schema } from "@/api/schema-names";

type Counts = Schema<"AgreementCounts">;

/** Predictions that came true. */
export function agreed(counts: Counts): number {
  return counts.trueOk + counts.trueBroken;
}

/** Predictions that did not. */
export function wrong(counts: Counts): number {
  return counts.falseOk + counts.falseBroken;
}

/** Predictions of yes or no whose program was tried. */
export function compared(counts: Counts): number {
  return agreed(counts) + wrong(counts);
}
