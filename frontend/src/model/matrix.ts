import type { Schema } from "@/api/schema-names";
import { kernelName, type KernelName } from "./kernel";
import { verdictOf, type Verdict } from "./verdict";

export type Cause = Schema<"Cause">;
export type Program = Schema<"Program">;
export type Booted = Schema<"Booted">;

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
  /** The same of either: `WHOLE` is the row of the object. */
  at(row: number, column: number): Verdict;
  /** What may stand in the way in a row, the worst first. */
  causesOf(row: number): readonly Cause[];
  /** What a booted kernel said of a program, or of the object. */
  bootedAt(row: number, column: number): Booted | undefined;
}

/** The row of the object as a whole, beside those of its programs. */
export const WHOLE = -1;

export function decode(body: MatrixBody): Matrix {
  const columns = body.kernels.map((kernel, at) => ({ ...kernelName(kernel.id), at, btf: kernel.btf }));
  const verdict = (row: number, column: number) => verdictOf(body.verdicts[row]?.[column] ?? "-");
  const objectVerdict = (column: number) => verdictOf(body.object[column] ?? "-");
  return {
    body,
    columns,
    programs: body.programs,
    causes: body.causes,
    verdict,
    objectVerdict,
    at: (row, column) => (row === WHOLE ? objectVerdict(column) : verdict(row, column)),
    causesOf: causesByRow(body),
    bootedAt: bootedByCell(body),
  };
}

// Asked for every cell that is looked at, and made when the first one is.
function causesByRow(body: MatrixBody): Matrix["causesOf"] {
  let rows: Map<number, Cause[]> | undefined;
  return (row) => {
    if (row === WHOLE) return body.causes;
    if (rows === undefined) {
      rows = new Map();
      for (const cause of body.causes) {
        for (const program of cause.programs) {
          const row = rows.get(program);
          if (row === undefined) rows.set(program, [cause]);
          else row.push(cause);
        }
      }
    }
    return rows.get(row) ?? [];
  };
}

function bootedByCell(body: MatrixBody): Matrix["bootedAt"] {
  if (body.booted.length === 0) return () => undefined;
  // Of several boots the last counts. A boot without a program is of the object as a whole.
  const found = new Map<string, Booted>();
  for (const boot of [...body.booted].sort((a, b) => a.bootedAt.localeCompare(b.bootedAt))) {
    found.set(`${boot.program}@${boot.kernel}`, boot);
  }
  return (row, column) => found.get(`${body.programs[row]?.name ?? ""}@${body.kernels[column]?.id ?? ""}`);
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
  return matrix.causesOf(row).filter((cause) => inRanges(cause.kernels, column));
}
