import { WHOLE, type Matrix } from "./matrix";
import { splitWords, type Word } from "./query-words";
import { condition, type Fits } from "./query-conditions";

/** What is left of a matrix: a program and a kernel stay if together they have a cell that fits every word. */
export interface Found {
  /** Places of programs, in the matrix's order. */
  rows: readonly number[];
  /** Places of kernels. */
  columns: readonly number[];
  /** Words that say nothing, each with what would: the rest of the query is applied. */
  problems: readonly string[];
}

/**
 * Holds the search box's text against a matrix. Words are joined by AND, a minus in front of one means NOT; docs/QUERIES.md
 * is another language, for choosing kernels to ask, while this one looks through answers that are there.
 */
export function search(matrix: Matrix, text: string): Found {
  const all = everything(matrix);
  const conditions: Fits[] = [];
  const problems: string[] = [];
  for (const word of splitWords(text)) {
    const fits = condition(matrix, word);
    if (typeof fits === "string") problems.push(fits);
    else conditions.push(turned(word, fits));
  }
  if (conditions.length === 0) return { ...all, problems };
  return { ...scan(all.rows, all.columns, conditions), problems };
}

function turned(word: Word, fits: Fits): Fits {
  return word.not ? (row, column) => !fits(row, column) : fits;
}

// An object without programs is looked through by its own row.
function everything(matrix: Matrix) {
  const programs = matrix.programs.map((_, at) => at);
  return { rows: programs.length > 0 ? programs : [WHOLE], columns: matrix.columns.map((column) => column.at) };
}

function scan(rows: readonly number[], columns: readonly number[], conditions: readonly Fits[]) {
  const kept = new Uint8Array(columns.length);
  const rest = rows.filter((row) => {
    let any = false;
    for (let at = 0; at < columns.length; at++) {
      const column = columns[at]!;
      if (!fitsAll(conditions, row, column)) continue;
      kept[at] = 1;
      any = true;
    }
    return any;
  });
  return { rows: rest.filter((row) => row !== WHOLE), columns: columns.filter((_, at) => kept[at] === 1) };
}

// Once for each cell of the matrix on each keystroke: a plain loop.
function fitsAll(conditions: readonly Fits[], row: number, column: number): boolean {
  for (const fits of conditions) if (!fits(row, column)) return false;
  return true;
}
