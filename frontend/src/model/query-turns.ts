import { WHOLE, type Column, type Matrix } from "./matrix";
import type { Verdict } from "./verdict";

/**
 * Cells at which a row goes through the given verdicts one after the other, along the kernels of one distribution,
 * architecture and flavour in the order of their versions. All cells of such a passage fit: the last one that was well and
 * the first one that is not. Kernels that say nothing of the object are no step.
 */
export function turns(
  matrix: Matrix,
  steps: readonly ReadonlySet<Verdict>[],
): (row: number, column: number) => boolean {
  const lines = linesOf(matrix.columns);
  const width = matrix.columns.length;
  // A row more than there are programs: the object's, in the place of -1.
  const cells = new Uint8Array((matrix.programs.length + 1) * width);
  for (let row = WHOLE; row < matrix.programs.length; row++) {
    for (const line of lines) {
      const said = line.filter((column) => !SILENT.has(matrix.at(row, column)));
      for (let at = 0; at + steps.length <= said.length; at++) {
        if (!steps.every((step, on) => step.has(matrix.at(row, said[at + on]!)))) continue;
        for (let on = 0; on < steps.length; on++) cells[(row + 1) * width + said[at + on]!] = 1;
      }
    }
  }
  return (row, column) => cells[(row + 1) * width + column] === 1;
}

const SILENT: ReadonlySet<Verdict> = new Set(["unanswered", "other_byte_order"]);

/** Places of kernels, line by line. */
export function linesOf(columns: readonly Column[]): number[][] {
  const lines = new Map<string, Column[]>();
  for (const column of columns) {
    const key = `${column.distro}/${column.arch}/${flavour(column.release)}`;
    const line = lines.get(key);
    if (line === undefined) lines.set(key, [column]);
    else line.push(column);
  }
  const natural = new Intl.Collator("en", { numeric: true });
  return [...lines.values()].map((line) =>
    [...line].sort((a, b) => natural.compare(a.release, b.release) || a.at - b.at).map((column) => column.at),
  );
}

/** `cloud-amd64` of `6.1.0-30-cloud-amd64`: what is left of a release without its numbers. */
export function flavour(release: string): string {
  return release
    .split("-")
    .slice(1)
    .filter((part) => /^[a-z]/i.test(part) && !/^rc\d/.test(part))
    .join("-");
}
