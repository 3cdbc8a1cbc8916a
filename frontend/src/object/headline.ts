import type { Schema } from "@/api/schema-names";
import { countOf, type Cause } from "@/model/matrix";
import { presetOf } from "./preset";
import { reasonText, shortReason } from "./reason";

export type Counts = Schema<"VerdictCounts">;

export interface Tally {
  pass: number;
  warn: number;
  fail: number;
  all: number;
}

export function tallyOf(counts: Counts): Tally {
  const pass = counts.ok + counts.guarded;
  const warn = counts.changed + counts.conditional + counts.unknown + counts.noBtf;
  return { pass, warn, fail: counts.broken, all: pass + warn + counts.broken };
}

const PARTS: readonly (readonly [keyof Counts, says: string])[] = [
  ["ok", "relocates on"],
  ["guarded", "is guarded on"],
  ["changed", "may read something else on"],
  ["conditional", "depends on a setting on"],
  ["unknown", "is undecided on"],
  ["noBtf", "meets no BTF on"],
  ["broken", "breaks on"],
];

/** The answer in one sentence, in two parts: how it stands, which counts tell; and why, which takes the causes. */
export interface Headline {
  stands: string;
  /** Goes on with the sentence; empty where there is no reason to give. */
  because: string;
}

/** Where it holds, where it does not, and the reason most kernels break for. */
export function headlineOf(name: string, counts: Counts, causes: readonly Cause[] = [], relocations = 1): Headline {
  const { all } = tallyOf(counts);
  if (all === 0) return { stands: `${name} was held against no kernel`, because: "" };
  const parts = PARTS.filter(([verdict]) => counts[verdict] > 0).map(([verdict, says], at) => {
    const count =
      counts[verdict] === all
        ? allOf(all)
        : at === 0
          ? `${number(counts[verdict])} of ${kernels(all)}`
          : number(counts[verdict]);
    return `${verdict === "conditional" ? dependsOn(causes) : says} ${count}`;
  });
  return { stands: `${name} ${parts.join(", ")}`, because: reasonOf(counts, causes, relocations) };
}

function dependsOn(causes: readonly Cause[]): string {
  const names = causes.filter((cause) => cause.effect === "depends").map((cause) => presetOf(cause.why)?.name.slice(4));
  const only = new Set(names).size === 1 ? names[0] : undefined;
  return `depends on ${only ?? "a setting"} on`;
}

function reasonOf(counts: Counts, causes: readonly Cause[], relocations: number): string {
  if (counts.broken > 0) return breakingOf(counts.broken, causes);
  const main = causes.find((cause) => cause.effect !== "guarded");
  if (main !== undefined) return main.effect === "depends" ? (main.why[0] ?? "") : `because ${reasonText(main)}`;
  if (counts.guarded > 0) return "what is missing there is not reached";
  return relocations === 0 ? "there is nothing to relocate" : "every relocation means the same there";
}

function breakingOf(broken: number, causes: readonly Cause[]): string {
  const breaking = causes.filter((cause) => cause.effect === "breaks");
  const main = breaking.toSorted((a, b) => countOf(b.kernels) - countOf(a.kernels))[0];
  if (main === undefined) return "";
  const others = new Set(breaking.map(reasonText)).size - 1;
  const share = countOf(main.kernels) < broken ? `on ${number(countOf(main.kernels))} of them ` : "";
  const more = others === 0 ? "" : others === 1 ? ", and for 1 more reason" : `, and for ${others} more reasons`;
  const fix = main.fix === "" ? "" : others === 0 ? ": the fix is below" : "; its fix is below";
  return `${share}because ${shortReason(main)}${more}${fix}`;
}

function allOf(all: number): string {
  return all === 1 ? "the one kernel" : `all ${kernels(all)}`;
}

function kernels(count: number): string {
  return count === 1 ? "1 kernel" : `${number(count)} kernels`;
}

/** `2 140`: digits in groups, for numbers of kernels. */
export function number(count: number): string {
  return count < 10_000 ? String(count) : count.toLocaleString("en").replaceAll(",", " ");
}
