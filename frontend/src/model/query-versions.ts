import type { Matrix } from "./matrix";

const BOUNDS = /^(?:(>=|<=|>|<|=)?(\d+(?:\.\d+)*)|(\d+(?:\.\d+)*)\.\.(\d+(?:\.\d+)*))$/;

/**
 * `>=6.6`, `6.1`, `6.1..6.12`: by the number a release begins with, as far as the bound goes, so that 6.12.107 is
 * `<=6.12` and not `>6.12`.
 */
export function versions(matrix: Matrix, value: string): ((row: number, column: number) => boolean) | string {
  const found = BOUNDS.exec(value);
  if (found === null) return `version:${value} is not understood; there are >=6.6, <6.1, 6.12 and 6.1..6.12`;
  const [, sign = "=", one, from, to] = found;
  const fits: (order: (bound: string) => number) => boolean =
    one === undefined ? (order) => order(from!) >= 0 && order(to!) <= 0 : (order) => SIGNS[sign]!(order(one));
  const kept = matrix.columns.map((column) => fits((bound) => compareToBound(column.release, bound)));
  return (_, column) => kept[column] ?? false;
}

const SIGNS: Record<string, (order: number) => boolean> = {
  ">=": (order) => order >= 0,
  "<=": (order) => order <= 0,
  ">": (order) => order > 0,
  "<": (order) => order < 0,
  "=": (order) => order === 0,
};

function compareToBound(release: string, bound: string): number {
  const numbers = (/^\d+(?:\.\d+)*/.exec(release)?.[0] ?? "").split(".").map(Number);
  const limits = bound.split(".").map(Number);
  for (let at = 0; at < limits.length; at++) {
    const difference = (numbers[at] ?? 0) - limits[at]!;
    if (difference !== 0) return difference;
  }
  return 0;
}
