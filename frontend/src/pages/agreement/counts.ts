import type { Trial } from "./evidence";

/** Programs on booted kernels by how they stand to what was predicted. */
export interface Counts {
  agree: number;
  disagree: number;
  /** Tried, and nothing to hold against each other: nothing was predicted, or it depends on what a loader sets. */
  open: number;
  /** Not booted, or the guest failed: says nothing. */
  none: number;
}

const NO_TRIAL = new Set(["not_booted", "infra", "timeout"]);

export function countsOf(trials: readonly Trial[]): Counts {
  const counts = { agree: 0, disagree: 0, open: 0, none: 0 };
  for (const trial of trials) {
    if (trial.agrees === true) counts.agree++;
    else if (trial.agrees === false) counts.disagree++;
    else if (NO_TRIAL.has(trial.outcome)) counts.none++;
    else counts.open++;
  }
  return counts;
}

/** Kernels with what they said, those that disagree first. */
export function byKernel(trials: readonly Trial[]): (Counts & { kernel: string })[] {
  const kernels = new Map<string, Trial[]>();
  for (const trial of trials) {
    const some = kernels.get(trial.kernel);
    if (some === undefined) kernels.set(trial.kernel, [trial]);
    else some.push(trial);
  }
  return [...kernels]
    .map(([kernel, some]) => ({ kernel, ...countsOf(some) }))
    .sort((a, b) => b.disagree - a.disagree || a.kernel.localeCompare(b.kernel, "en", { numeric: true }));
}
