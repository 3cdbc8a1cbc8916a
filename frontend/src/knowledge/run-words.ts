import type { Schema } from "@/api/schema-names";

export type Run = Schema<"RunView">;

export const RUN_STATES = ["queued", "running", "done", "failed", "cancelled"] as const;
export const RUN_KINDS = ["check", "recheck", "boot"] as const;

const SIGNS: Record<string, string> = { queued: "…", running: "▸", done: "✓", failed: "✗", cancelled: "⊘" };

/** `▸ running`; a state of later is its own word. */
export function stateWords(state: string): string {
  return `${SIGNS[state] ?? "?"} ${state}`;
}

export function hasEnded(run: Run): boolean {
  return run.state !== "queued" && run.state !== "running";
}

/** `640 of 2 140, about 1 s`: counts first, then how long it may take, where that can be told. */
export function progressWords(
  run: Pick<Run, "done" | "total" | "startedAt" | "state">,
  now: number,
  noun = "",
): string {
  if (run.total === 0) return run.state === "queued" ? "waiting for its turn" : "nothing counted yet";
  const counts = `${grouped(run.done)} of ${grouped(run.total)}${noun === "" ? "" : ` ${noun}`}`;
  if (run.state !== "running" || run.startedAt == null || run.done === 0 || run.done >= run.total) return counts;
  const spent = now - new Date(run.startedAt).getTime();
  return `${counts}, about ${duration((spent / run.done) * (run.total - run.done))}`;
}

function grouped(number: number): string {
  return new Intl.NumberFormat("fr-FR").format(number).replace(/\s/g, "\u00a0");
}

/** `1 s`, `4 min`, `2 h`: as exact as anybody needs. */
export function duration(milliseconds: number): string {
  const seconds = Math.max(0, milliseconds / 1000);
  if (seconds < 0.95) return `${Math.round(seconds * 1000)} ms`;
  if (seconds < 90) return `${Math.round(seconds)} s`;
  if (seconds < 5_400) return `${Math.round(seconds / 60)} min`;
  return `${Math.round(seconds / 3_600)} h`;
}

/** How long it took; null while it goes. */
export function tookWords(run: Run): string | null {
  if (run.startedAt == null || run.endedAt == null) return null;
  return duration(new Date(run.endedAt).getTime() - new Date(run.startedAt).getTime());
}
