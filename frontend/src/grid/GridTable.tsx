import { memo } from "react";
import type { Matrix } from "@/model/matrix";
import { CellFace } from "./Cell";
import { factOf, sentence } from "./facts";
import { HEADERS, type At } from "./focus";
import { BuildHead, FamilyHead } from "./Head";
import type { Band, Layout } from "./layout";
import { RowHead } from "./RowHead";

export interface GridBodyProps {
  matrix: Matrix;
  layout: Layout;
  /** Where the keyboard's stop is. */
  at: At;
  label: string;
  onToggle: (band: Band) => void;
}

/** A grid that is small enough to be a table of the document, all of it. */
export function GridTable({ matrix, layout, at, label, onToggle }: GridBodyProps) {
  const { sizes, bands, places } = layout;
  const opened = bands.some((band) => band.opened);
  const lines = opened ? 2 : 1;
  return (
    <table
      role="grid"
      className="grid-table"
      aria-label={label}
      aria-rowcount={layout.rows.length + lines}
      aria-colcount={places.length + 1}
      style={{ width: sizes.names + layout.width }}
    >
      <colgroup>
        <col style={{ width: sizes.names }} />
        {places.map((place, nth) => (
          <col key={nth} style={{ width: place.width }} />
        ))}
      </colgroup>
      <thead>
        <tr aria-rowindex={1}>
          <td className="grid-corner" rowSpan={lines} />
          {bands.map((band) => (
            <th
              key={band.family.key}
              scope={band.opened ? "colgroup" : "col"}
              role="columnheader"
              aria-colindex={band.from + 2}
              colSpan={band.to - band.from}
              rowSpan={band.opened ? 1 : lines}
              className={band.opened ? "grid-band" : "grid-label"}
              style={{ height: band.opened ? sizes.band : layout.head, borderLeftWidth: places[band.from]!.gap }}
            >
              <FamilyHead band={band} stop={at.row === HEADERS && at.column === band.from} onToggle={onToggle} />
            </th>
          ))}
        </tr>
        {opened && (
          <tr aria-rowindex={2}>
            {places.map(
              (place, nth) =>
                place.release !== undefined && (
                  <th
                    key={nth}
                    scope="col"
                    role="columnheader"
                    aria-colindex={nth + 2}
                    className="grid-label grid-second"
                    style={{ height: sizes.labels, top: sizes.band, borderLeftWidth: place.gap }}
                  >
                    <BuildHead place={place} />
                  </th>
                ),
            )}
          </tr>
        )}
      </thead>
      <tbody>
        {layout.rows.map((row, nth) => (
          <Row
            key={row}
            matrix={matrix}
            layout={layout}
            nth={nth}
            index={nth + lines + 1}
            stop={at.row === nth ? at.column : undefined}
          />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  matrix: Matrix;
  layout: Layout;
  nth: number;
  index: number;
  /** The column of the keyboard's stop, where that is in this row. */
  stop: number | undefined;
}

// Moving in the grid redraws two rows, not two thousand cells.
const Row = memo(function Row({ matrix, layout, nth, index, stop }: RowProps) {
  const row = layout.rows[nth]!;
  return (
    <tr aria-rowindex={index} style={{ height: layout.sizes.row }} className={row < 0 ? "grid-object" : undefined}>
      <th scope="row" role="rowheader" aria-colindex={1}>
        <RowHead matrix={matrix} row={row} />
      </th>
      {layout.places.map((place, column) => {
        const fact = factOf(matrix, row, place.members);
        return (
          <td
            key={column}
            role="gridcell"
            aria-colindex={column + 2}
            aria-label={sentence(matrix, row, place)}
            className="grid-cell"
            data-verdict={fact.verdict}
            data-cell={`${nth}:${column}`}
            data-stop={stop === column || undefined}
            tabIndex={stop === column ? 0 : -1}
            style={place.gap > 0 ? { borderLeftWidth: place.gap } : undefined}
          >
            <CellFace fact={fact} family={place.release === undefined} />
          </td>
        );
      })}
    </tr>
  );
});
