import { inRanges, WHOLE, type Cause, type Column, type Matrix } from "./matrix";
import { turns } from "./query-turns";
import { versions } from "./query-versions";
import { exactly, like, type Word } from "./query-words";
import { LOOKS, type Standing, type Verdict } from "./verdict";

/** Whether a cell fits a word. */
export type Fits = (row: number, column: number) => boolean;

/** What may stand before the colon, each with an example for the help. */
export const NAMES: readonly (readonly [example: string, means: string])[] = [
  ["verdict:broken", "cells with that verdict; ok|guarded is either"],
  ["is:failing", "or warning, passing, booted, disagrees"],
  ["cause:FIELD_RENAMED", "cells with such a cause; cause:0 is the first of the list"],
  ["program:on_open", "programs whose name has it; * is any text"],
  ["kernel:cloud", "kernels whose name has it"],
  ["distro:debian", "that one; suite: and arch: likewise, sui* is any that begins so"],
  ["series:6.1", "kernels of that series"],
  ["version:>=6.6", "also <, <=, >, 6.6, and 6.1..6.12 with both ends"],
  ["seq(ok broken)", "where a program turns from one to the other, release by release"],
  ["vfs", "any other word: programs or kernels whose name has it"],
  ["-suite:sid", "a minus: what does not fit"],
];

const VERDICT_WORDS: Record<string, Verdict> = {
  ...(Object.fromEntries(Object.keys(LOOKS).map((verdict) => [verdict, verdict])) as Record<string, Verdict>),
  relocates: "ok",
  breaks: "broken",
  depends: "conditional",
  pending: "unanswered",
};
const STANDINGS: Record<string, Standing> = { failing: "fail", warning: "warn", passing: "pass" };

/** What a word asks for; where it asks for nothing there is, the sentence that says so. */
export function condition(matrix: Matrix, word: Word): Fits | string {
  const { name, value } = word;
  if (value === "" && name !== "") return `${word.text} has nothing after it; ${exampleOf(name)}`;
  switch (name) {
    case "":
      return eitherName(matrix, value);
    case "verdict":
      return verdicts(matrix, value);
    case "is":
      return standing(matrix, value);
    case "cause":
      return cause(matrix, value);
    case "program":
      return byRow(matrix, like(value));
    case "kernel":
      return byColumn(matrix, (column, fits) => fits(column.id), like(value));
    case "distro":
    case "suite":
    case "arch":
      return byColumn(matrix, (column, fits) => fits(column[name]), exactly(value));
    case "series":
      return byColumn(matrix, (column, fits) => fits(column.series), exactly(value));
    case "version":
      return versions(matrix, value);
    case "seq":
      return sequence(matrix, value);
    default:
      return `${name}: is not understood; what is: ${NAMES.slice(0, 8)
        .map(([example]) => example.replace(/[:(].*/, ":"))
        .join(" ")} seq( ), and plain words`;
  }
}

function exampleOf(name: string): string {
  const known = NAMES.find(([example]) => example.startsWith(name));
  return known === undefined ? "a plain word finds programs and kernels" : `as in ${known[0]}`;
}

function eitherName(matrix: Matrix, value: string): Fits {
  const row = byRow(matrix, like(value));
  const column = byColumn(matrix, (kernel, fits) => fits(kernel.id), like(value));
  return (program, kernel) => row(program, kernel) || column(program, kernel);
}

function byRow(matrix: Matrix, fits: (text: string) => boolean): Fits {
  const kept = matrix.programs.map((program) => fits(program.name) || fits(program.section));
  return (row) => kept[row] ?? false;
}

function byColumn(
  matrix: Matrix,
  asks: (column: Column, fits: (text: string) => boolean) => boolean,
  fits: (text: string) => boolean,
): Fits {
  const kept = matrix.columns.map((column) => asks(column, fits));
  return (_, column) => kept[column] ?? false;
}

/** `ok|guarded` as verdicts; where one of them is none, the sentence that says so. */
export function verdictWords(value: string): ReadonlySet<Verdict> | string {
  const wanted = new Set<Verdict>();
  for (const word of value.toLowerCase().split("|")) {
    const verdict = VERDICT_WORDS[word];
    if (verdict === undefined)
      return `${word} is no verdict; there are ok, guarded, changed, conditional, no_btf, unknown, broken`;
    wanted.add(verdict);
  }
  return wanted;
}

function verdicts(matrix: Matrix, value: string): Fits | string {
  const wanted = verdictWords(value);
  return typeof wanted === "string" ? wanted : (row, column) => wanted.has(matrix.at(row, column));
}

function standing(matrix: Matrix, value: string): Fits | string {
  const wanted = STANDINGS[value.toLowerCase()];
  if (wanted !== undefined) return (row, column) => LOOKS[matrix.at(row, column)].standing === wanted;
  if (value === "booted") return (row, column) => matrix.bootedAt(row, column) !== undefined;
  if (value === "disagrees") return (row, column) => matrix.bootedAt(row, column)?.agrees === false;
  return `is:${value} is not understood; there are failing, warning, passing, booted, disagrees`;
}

function cause(matrix: Matrix, value: string): Fits | string {
  const code = exactly(value);
  const wanted = matrix.causes.filter((each) => String(each.number) === value || code(each.code));
  if (wanted.length === 0) {
    const codes = [...new Set(matrix.causes.map((each) => each.code))];
    return `no cause here is ${value}; there ${codes.length === 0 ? "is none" : `are ${codes.join(", ")}`}`;
  }
  return withCause(matrix, wanted);
}

// Cells with any of the causes, marked once: asked for each cell, ranges would be gone through again and again.
function withCause(matrix: Matrix, wanted: readonly Cause[]): Fits {
  const width = matrix.columns.length;
  const cells = new Uint8Array(matrix.programs.length * width);
  for (const each of wanted) {
    for (const row of each.programs) {
      for (const [first = 0, last = -1] of each.kernels) cells.fill(1, row * width + first, row * width + last + 1);
    }
  }
  return (row, column) =>
    row === WHOLE ? wanted.some((each) => inRanges(each.kernels, column)) : cells[row * width + column] === 1;
}

function sequence(matrix: Matrix, value: string): Fits | string {
  const steps: ReadonlySet<Verdict>[] = [];
  for (const word of value.split(/[\s,]+/).filter((each) => each !== "")) {
    // `seq(verdict:ok verdict:broken)` means the same.
    const wanted = verdictWords(word.replace(/^verdict:/, ""));
    if (typeof wanted === "string") return wanted;
    steps.push(wanted);
  }
  if (steps.length < 2) return `seq needs two verdicts or more, as in seq(ok broken)`;
  return turns(matrix, steps);
}
