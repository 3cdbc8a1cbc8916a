import type { ReactNode } from "react";

export interface Column<Row> {
  head: string;
  cell: (row: Row) => ReactNode;
  /** Digits stand under digits. */
  number?: boolean;
}

interface DataTableProps<Row> {
  /** What the table holds, for those who do not see what is around it. */
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Whether a narrow page has a block for each row instead, a line for each cell: for few rows, all of which matter. */
  stacks?: boolean;
}

/** A plain table; the first column heads its row. Wider than the page, it scrolls by itself. */
export function DataTable<Row>({ label, columns, rows, rowKey, stacks = false }: DataTableProps<Row>) {
  return (
    <div className="scrolls" role="region" aria-label={label} tabIndex={0}>
      {/* Roles are said, as what is no longer laid out as a table would lose them. */}
      <table className="table" data-stacks={stacks} role="table">
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <th key={column.head} scope="col" role="columnheader" className={column.number ? "number" : undefined}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={rowKey(row)} role="row">
              {columns.map((column, at) =>
                at === 0 ? (
                  <th key={column.head} scope="row" role="rowheader">
                    {column.cell(row)}
                  </th>
                ) : (
                  <td
                    key={column.head}
                    role="cell"
                    className={column.number ? "number" : undefined}
                    data-head={column.head}
                  >
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
