import { WHOLE, type Matrix } from "@/model/matrix";

/** The head of a row: the program, and where it is attached. */
export function RowHead({ matrix, row }: { matrix: Matrix; row: number }) {
  if (row === WHOLE) return <span className="grid-name grid-whole">the object as a whole</span>;
  const program = matrix.programs[row];
  return (
    <span className="grid-name" title={`${program?.name} (${program?.section})`}>
      {program?.name} <span className="muted">{program?.section}</span>
    </span>
  );
}
