import type { Schema } from "@/api/schema-names";
import { LOOKS, type Verdict } from "@/model/verdict";

export type Diff = Schema<"Diff">;
export type Change = Schema<"Change">;
export type CauseChange = Schema<"CauseChange">;
export type RefDiff = Schema<"RefDiff">;
export type ComparedPath = Schema<"ComparedPath">;

/** What becomes of kernels, the worst first. */
export const KINDS = ["regressed", "unknown", "fixed", "changed_reason"] as const;
export type Kind = (typeof KINDS)[number];

interface Said {
  /** As a heading. */
  title: string;
  sign: string;
  verdict: Verdict;
  /** Of a cause. */
  cause: string;
}

export const SAID: Record<Kind, Said> = {
  regressed: { title: "Regressed", sign: "✗", verdict: "broken", cause: "came, or weighs more" },
  unknown: { title: "Unknown now", sign: "?", verdict: "unknown", cause: "cannot be decided" },
  fixed: { title: "Fixed", sign: "✓", verdict: "ok", cause: "went, or weighs less" },
  changed_reason: { title: "Changed reason", sign: "≠", verdict: "unanswered", cause: "another reason for the same" },
};

/** What kind of change it is; what nobody can decide now is kept apart from what breaks. */
export function kindOf(change: { kind: string; to?: string }): Kind {
  if (change.to === "unknown" || change.to === "no_btf") return change.kind === "fixed" ? "fixed" : "unknown";
  return KINDS.find((kind) => kind === change.kind) ?? "unknown";
}

/** Changes by kind, the worst first; kinds without any are left out. */
export function byKind<T extends { kind: string; to?: string }>(changes: readonly T[]): [Kind, T[]][] {
  return KINDS.map((kind): [Kind, T[]] => [kind, changes.filter((one) => kindOf(one) === kind)]).filter(
    ([, some]) => some.length > 0,
  );
}

export function isEmpty(diff: Diff): boolean {
  return (
    diff.changes.length +
      diff.programs.length +
      diff.causes.length +
      diff.newPrograms.length +
      diff.removedPrograms.length +
      diff.newKernels.length +
      diff.removedKernels.length ===
    0
  );
}

/** How many kernels, all changes together. */
export function kernelsOf(changes: readonly { kernels: readonly string[] }[]): number {
  return changes.reduce((sum, one) => sum + one.kernels.length, 0);
}

const STATES = [
  ["changed", "changed"],
  ["added", "added"],
  ["removed", "removed"],
  ["same", "unchanged"],
] as const;

/** `2 objects changed, 1 added, 1 unchanged`; a sentence where nothing is different. */
export function summaryOf(paths: readonly ComparedPath[]): string {
  if (paths.length === 0) return "Neither ref has any object.";
  if (paths.every((one) => one.state === "same")) return "Nothing changed: both refs have the same objects.";
  const parts = STATES.map(([state, word]): [number, string] => [
    paths.filter((one) => one.state === state).length,
    word,
  ]).filter(([count]) => count > 0);
  return parts
    .map(([count, word], at) =>
      at === 0 ? `${count} ${count === 1 ? "object" : "objects"} ${word}` : `${count} ${word}`,
    )
    .join(", ");
}

/** A verdict by the word of the interface; one that is new here is unknown. */
export function verdictNamed(word: string): Verdict {
  return word in LOOKS ? (word as Verdict) : "unknown";
}
