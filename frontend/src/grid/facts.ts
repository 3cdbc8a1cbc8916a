import { familyName } from "@/model/families";
import { inRanges, WHOLE, type Cause, type Matrix } from "@/model/matrix";
import { LOOKS, type Verdict } from "@/model/verdict";
import type { Place } from "./layout";

/** What a cell shows: the worst of its builds. */
export interface Fact {
  verdict: Verdict;
  /** How many builds say so, of how many. */
  count: number;
  of: number;
  /** Whether kernels of it were booted, and what came of it. */
  booted: "agreed" | "disagreed" | undefined;
}

const kept = new WeakMap<Matrix, WeakMap<readonly number[], Map<number, Fact>>>();

/** Worked out once for each cell: a family of two hundred builds is asked for on every repaint. */
export function factOf(matrix: Matrix, row: number, members: readonly number[]): Fact {
  const places = kept.get(matrix) ?? new WeakMap<readonly number[], Map<number, Fact>>();
  kept.set(matrix, places);
  const rows = places.get(members) ?? new Map<number, Fact>();
  places.set(members, rows);
  const known = rows.get(row);
  if (known !== undefined) return known;
  const fact = workOut(matrix, row, members);
  rows.set(row, fact);
  return fact;
}

function workOut(matrix: Matrix, row: number, members: readonly number[]): Fact {
  let verdict: Verdict = "other_byte_order";
  let count = 0;
  let booted: Fact["booted"];
  for (const column of members) {
    const said = matrix.at(row, column);
    const heavier = LOOKS[said].weight - LOOKS[verdict].weight;
    if (heavier > 0) [verdict, count] = [said, 1];
    else if (heavier === 0) count++;
    const agrees = matrix.bootedAt(row, column)?.agrees;
    if (agrees === false) booted = "disagreed";
    else if (agrees === true) booted ??= "agreed";
  }
  return { verdict, count, of: members.length, booted };
}

const EFFECTS: Record<string, Verdict> = {
  breaks: "broken",
  warns: "changed",
  depends: "conditional",
  undecided: "unknown",
  guarded: "guarded",
};

/** What a cause makes of a cell. */
export function verdictOfEffect(effect: string): Verdict {
  return EFFECTS[effect] ?? "unknown";
}

/** All that stands in the way somewhere in a cell, the worst first. */
export function causesIn(matrix: Matrix, row: number, members: readonly number[]): Cause[] {
  return matrix.causesOf(row).filter((cause) => members.some((column) => inRanges(cause.kernels, column)));
}

/** The one that makes the cell's verdict. */
export function causeOf(matrix: Matrix, row: number, members: readonly number[], verdict: Verdict): Cause | undefined {
  return matrix
    .causesOf(row)
    .find(
      (cause) => verdictOfEffect(cause.effect) === verdict && members.some((column) => inRanges(cause.kernels, column)),
    );
}

/** What is missing, as a clause: `struct inode has no i_ctime`. */
export function missing(cause: Cause): string {
  return cause.has.length > 0 ? cause.has.join("; ") : `${cause.wanted} is asked for`;
}

/** `fs.bpf.c:61`, without the folders somebody built in. */
export function lineOf(cause: Cause): string | undefined {
  const place = cause.place;
  if (place === null || place === undefined) return undefined;
  if (place.file === null || place.file === undefined) return `${place.function}, instruction ${place.insn}`;
  return `${place.file.split("/").at(-1)}:${place.line}`;
}

export function rowName(matrix: Matrix, row: number): string {
  if (row === WHOLE) return `${matrix.body.name} as a whole`;
  return matrix.programs[row]?.name ?? "";
}

/** A family in words, or a kernel's name. */
export function placeName(matrix: Matrix, place: Place): string {
  if (place.release === undefined) return familyName(place.family);
  return matrix.columns[place.members[0] ?? -1]?.id ?? place.release;
}

/** A cell as one sentence, which is its accessible name. */
export function sentence(matrix: Matrix, row: number, place: Place): string {
  const fact = factOf(matrix, row, place.members);
  const cause = causeOf(matrix, row, place.members, fact.verdict);
  const word = LOOKS[fact.verdict].word + (fact.count < fact.of ? ` on ${fact.count} of ${fact.of}` : "");
  const why = cause === undefined ? "" : `, because ${missing(cause)}`;
  const booted = fact.booted === undefined ? "" : `; a booted kernel ${fact.booted}`;
  return `${rowName(matrix, row)} on ${placeName(matrix, place)}: ${word}${why}${booted}`;
}
