import { factOf } from "./facts";
import type { Layout } from "./layout";
import type { Matrix } from "@/model/matrix";

/** A cell by its places in a layout; row -1 is the line of families. */
export interface At {
  row: number;
  column: number;
}

export const HEADERS = -1;

/** Where a key leads from a cell; undefined where the key means nothing here. `page` is how many rows can be seen. */
export function moved(layout: Layout, at: At, key: string, control: boolean, page: number): At | undefined {
  if (at.row === HEADERS) return movedInHeaders(layout, at, key);
  const [lastRow, lastColumn] = [layout.rows.length - 1, layout.places.length - 1];
  const to = (row: number, column: number): At => ({
    row: Math.max(0, Math.min(lastRow, row)),
    column: Math.max(0, Math.min(lastColumn, column)),
  });
  switch (key) {
    case "ArrowUp":
      return at.row === 0 ? header(layout, at.column) : to(at.row - 1, at.column);
    case "ArrowDown":
      return to(at.row + 1, at.column);
    case "ArrowLeft":
      return to(at.row, at.column - 1);
    case "ArrowRight":
      return to(at.row, at.column + 1);
    case "Home":
      return control ? to(0, 0) : to(at.row, 0);
    case "End":
      return control ? to(lastRow, lastColumn) : to(at.row, lastColumn);
    case "PageUp":
      return to(at.row - page, at.column);
    case "PageDown":
      return to(at.row + page, at.column);
    default:
      return undefined;
  }
}

// Among families only those that open and close are worth a stop.
function movedInHeaders(layout: Layout, at: At, key: string): At | undefined {
  const stops = layout.bands.filter((band) => band.family.columns.length > 1).map((band) => band.from);
  const here = stops.findLastIndex((from) => from <= at.column);
  const stop = (nth: number) => ({ row: HEADERS, column: stops[Math.max(0, Math.min(stops.length - 1, nth))] ?? 0 });
  switch (key) {
    case "ArrowDown":
      return { row: 0, column: at.column };
    case "ArrowLeft":
      return stop(here - 1);
    case "ArrowRight":
      return stop(here + 1);
    case "Home":
      return stop(0);
    case "End":
      return stop(stops.length - 1);
    default:
      return undefined;
  }
}

// The family over a column, where it can be opened or closed; else the cell stays.
function header(layout: Layout, column: number): At | undefined {
  const band = layout.bands.find(({ from, to }) => from <= column && column < to);
  return band !== undefined && band.family.columns.length > 1 ? { row: HEADERS, column: band.from } : undefined;
}

/** The next cell that breaks, row by row and round at the end; undefined where none does. */
export function nextFailing(matrix: Matrix, layout: Layout, at: At, step: 1 | -1): At | undefined {
  const width = layout.places.length;
  const size = width * layout.rows.length;
  const start = Math.max(0, at.row) * width + at.column;
  for (let distance = 1; distance <= size; distance++) {
    const place = (start + step * distance + size * 2) % size;
    const [row, column] = [Math.floor(place / width), place % width];
    if (factOf(matrix, layout.rows[row]!, layout.places[column]!.members).verdict === "broken") return { row, column };
  }
  return undefined;
}

/** The same cell, or the nearest one there is, after rows and columns have changed. */
export function within(layout: Layout, at: At): At {
  const column = Math.max(0, Math.min(layout.places.length - 1, at.column));
  if (at.row !== HEADERS) return { row: Math.max(0, Math.min(layout.rows.length - 1, at.row)), column };
  return header(layout, column) ?? { row: 0, column };
}
