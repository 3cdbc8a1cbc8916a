import type { Family } from "@/model/families";
import { WHOLE, type Matrix } from "@/model/matrix";
import type { Sizes } from "./sizes";

/** A column of the grid: a family, or one build of an opened one. */
export interface Place {
  family: Family;
  /** Its kernels, as places in the matrix. */
  members: readonly number[];
  /** The release, where it is one build. */
  release: string | undefined;
  x: number;
  width: number;
  /** How much of the width is the gap before it. */
  gap: number;
  /** How many kernels stand before it. */
  before: number;
}

/** A family over its columns. */
export interface Band {
  family: Family;
  opened: boolean;
  /** Its first column and the one after its last. */
  from: number;
  to: number;
}

/** Where everything of a grid stands. */
export interface Layout {
  /** Rows of the matrix; the object as a whole comes first where it has several programs. */
  rows: readonly number[];
  places: readonly Place[];
  bands: readonly Band[];
  /** How many kernels are shown. */
  kernels: number;
  /** Of the cells alone, without headers. */
  width: number;
  height: number;
  /** Of all lines of headers. */
  head: number;
  sizes: Sizes;
}

/** Which families are opened: their keys, or all. */
export type Opened = ReadonlySet<string> | "all";

export function isOpened(opened: Opened, key: string): boolean {
  return opened === "all" || opened.has(key);
}

export function layout(
  matrix: Matrix,
  rows: readonly number[],
  groups: readonly Family[],
  opened: Opened,
  sizes: Sizes,
): Layout {
  const places: Place[] = [];
  const bands: Band[] = [];
  let x = 0;
  let before = 0;
  const put = (family: Family, members: readonly number[], release: string | undefined, gap: number) => {
    const width = (release === undefined ? sizes.family : sizes.build) + gap;
    places.push({ family, members, release, x, width, gap, before });
    x += width;
    before += members.length;
  };
  groups.forEach((family, at) => {
    const open = isOpened(opened, family.key);
    const from = places.length;
    const gap = at > 0 && borders(groups[at - 1]!, family) ? sizes.gap : 0;
    if (!open) put(family, family.columns, undefined, gap);
    else
      family.columns.forEach((column, nth) =>
        put(family, [column], matrix.columns[column]?.release ?? "", nth === 0 ? gap : 0),
      );
    bands.push({ family, opened: open, from, to: places.length });
  });
  const shown = groups.length === 0 ? [] : withWhole(matrix, rows);
  return {
    rows: shown,
    places,
    bands,
    kernels: before,
    width: x,
    height: shown.length * sizes.row,
    head: sizes.labels + (bands.some((band) => band.opened) ? sizes.band : 0),
    sizes,
  };
}

function withWhole(matrix: Matrix, rows: readonly number[]): readonly number[] {
  if (matrix.programs.length === 0) return [WHOLE];
  return matrix.programs.length > 1 && rows.length > 0 ? [WHOLE, ...rows] : rows;
}

function borders(a: Family, b: Family): boolean {
  return a.line !== b.line || (a.line === "" && a.series !== b.series);
}

/** The column at a distance from the first one's left side; the nearest where there is none. */
export function placeAt(places: readonly Place[], x: number): number {
  let [low, high] = [0, places.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (places[middle]!.x <= x) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The column with a kernel; -1 for none. */
export function placeOf(places: readonly Place[], column: number): number {
  return places.findIndex((place) => place.members.includes(column));
}
