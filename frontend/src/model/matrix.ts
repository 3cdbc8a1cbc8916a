import type { Schema } from "@/api/schema-names";
import { kernelName, type KernelName } from "./kernel";
import { verdictOf, type Verdict } from "./verdict";

export type Cause = Schema<"Cause">;
export type Program = Schema<"Program">;

/** `GET /api/v1/objects/{sha256}/matrix` (docs/API.md): kernels are the columns, programs the rows. */
export type MatrixBody = Schema<"Matrix">;

/** A kernel as a column of the matrix. */
export interface Column extends KernelName {
  /** Its place in the body: ranges of causes count these. */
  at: number;
  btf: boolean;
}

/** The body of `GET /objects/{sha256}/matrix`, ready to be asked. */
export interface Matrix {
  body: MatrixBody;
  columns: readonly Column[];
  programs: readonly Program[];
  causes: readonly Cause[];
  /** What kernel `column` says of program `row`. */
  verdict(row: number, column: number): Verdict;
  /** The same of the object as a whole. */
  objectVerdict(column: number): Verdict;
}

export function decode(body: MatrixBody): Matrix {
  const columns = body.kernels.map((kernel, at) => ({ ...kernelName(kernel.id), at, btf: kernel.btf }));
  return {
    body,
    columns,
    programs: body.programs,
    causes: body.causes,
    verdict: (row, column) => verdictOf(body.verdicts[row]?.[column] ?? "-"),
    objectVerdict: (column) => verdictOf(body.object[column] ?? "-"),
  };
}

/** Ranges of columns, both ends included. */
export type Ranges = readonly (readonly number[])[];

export function inRanges(ranges: Ranges, column: number): boolean {
  return ranges.some(([first = 0, last = -1]) => first <= column && column <= last);
}

export function* columnsOf(ranges: Ranges): Generator<number> {
  for (const [first = 0, last = -1] of ranges) for (let at = first; at <= last; at++) yield at;
}

export function countOf(ranges: Ranges): number {
  return ranges.reduce((sum, [first = 0, last = -1]) => sum + last - first + 1, 0);
}

/** What stands in the way of a program on a kernel, the worst first, as the body orders them. */
export function causesAt(matrix: Matrix, row: number, column: number): Cause[] {
  return matrix.causes.filter((cause) => cause.programs.includes(row) && inRanges(cause.kernels, column));
}
