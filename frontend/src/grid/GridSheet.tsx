import { memo, useLayoutEffect, useMemo, useRef, type RefObject } from "react";
import { WHOLE } from "@/model/matrix";
import { sentence } from "./facts";
import { HEADERS } from "./focus";
import type { GridBodyProps } from "./GridTable";
import { BuildHead, FamilyHead } from "./Head";
import { useInk } from "./ink";
import { placeAt, type Layout } from "./layout";
import { Painter } from "./paint";
import { RowHead } from "./RowHead";
import { TILE, useWindow } from "./window";

/**
 * A grid that is too large for the document: cells are drawn on canvases of 512 by 512 pixels that lie where the cells
 * would, and only those around what can be seen are there. Scrolling is the browser's own, so that headers and cells never
 * part; a tile is drawn once, when it comes near. In the document are the headers that can be seen and one cell, the
 * keyboard's.
 */
export function GridSheet({ scroller, ...props }: GridBodyProps & { scroller: RefObject<HTMLDivElement | null> }) {
  const { matrix, layout, at, label, onToggle } = props;
  const { sizes, bands, places, rows } = layout;
  const sheet = useRef<HTMLDivElement>(null);
  const seen = useWindow(scroller, layout);
  const found = useInk(sheet);
  const painter = useMemo(
    () => (found === undefined ? undefined : new Painter(matrix, layout, found.ink, found.scale)),
    [matrix, layout, found],
  );
  const opened = bands.some((band) => band.opened);
  const lines = opened ? 2 : 1;
  const first = placeAt(places, seen.left);
  const last = placeAt(places, seen.right);
  const lineAt = (nth: number) => ({ top: layout.head + nth * sizes.row, height: sizes.row });
  const shownRows = range(
    Math.floor(seen.top / sizes.row),
    Math.min(rows.length - 1, Math.floor(seen.bottom / sizes.row)),
  );
  if (at.row >= 0 && !shownRows.includes(at.row)) shownRows.push(at.row);
  return (
    <div
      ref={sheet}
      role="grid"
      className="grid-sheet"
      aria-label={label}
      aria-rowcount={rows.length + lines}
      aria-colcount={places.length + 1}
      style={{ width: sizes.names + layout.width, height: layout.head + layout.height }}
    >
      <div role="rowgroup" className="grid-heads" style={{ height: layout.head }}>
        <div className="grid-corner" style={{ width: sizes.names, height: layout.head }} />
        <div role="row" aria-rowindex={1}>
          {bands
            .filter((band) => (band.from <= last && band.to > first) || (at.row === HEADERS && at.column === band.from))
            .map((band) => {
              const [start, end] = [places[band.from]!, places[band.to - 1]!];
              const x = start.x + start.gap;
              return (
                <div
                  key={band.family.key}
                  role="columnheader"
                  aria-colindex={band.from + 2}
                  aria-colspan={band.to - band.from}
                  className={band.opened ? "grid-band" : "grid-label"}
                  style={{
                    left: sizes.names + x,
                    width: end.x + end.width - x,
                    height: band.opened ? sizes.band : layout.head,
                  }}
                >
                  <FamilyHead band={band} stop={at.row === HEADERS && at.column === band.from} onToggle={onToggle} />
                </div>
              );
            })}
        </div>
        {opened && (
          <div role="row" aria-rowindex={2}>
            {range(first, last).map((nth) => {
              const place = places[nth]!;
              if (place.release === undefined) return null;
              const style = {
                left: sizes.names + place.x + place.gap,
                width: place.width - place.gap,
                top: sizes.band,
                height: sizes.labels,
              };
              return (
                <div key={nth} role="columnheader" aria-colindex={nth + 2} className="grid-label" style={style}>
                  <BuildHead place={place} />
                </div>
              );
            })}
          </div>
        )}
      </div>
      {rows[0] === WHOLE && (
        <div className="grid-rule" aria-hidden="true" style={{ top: layout.head + sizes.row - 1, zIndex: 1 }} />
      )}
      <Tiles layout={layout} painter={painter} seen={seen} />
      <div role="rowgroup">
        {shownRows.map((nth) => (
          <div key={rows[nth]} role="row" aria-rowindex={nth + lines + 1} className="grid-line" style={lineAt(nth)}>
            <div role="rowheader" aria-colindex={1} className="grid-side" style={{ width: sizes.names }}>
              <RowHead matrix={matrix} row={rows[nth]!} />
            </div>
            {at.row === nth && places[at.column] !== undefined && (
              <div
                role="gridcell"
                aria-colindex={at.column + 2}
                aria-label={sentence(matrix, rows[nth]!, places[at.column]!)}
                className="grid-here"
                data-cell={`${nth}:${at.column}`}
                data-stop
                tabIndex={0}
                style={{
                  left: sizes.names + places[at.column]!.x + places[at.column]!.gap,
                  width: places[at.column]!.width - places[at.column]!.gap - 1,
                }}
              />
            )}
          </div>
        ))}
      </div>
    </div>
  );
}

interface TilesProps {
  layout: Layout;
  painter: Painter | undefined;
  seen: { left: number; top: number; right: number; bottom: number };
}

function Tiles({ layout, painter, seen }: TilesProps) {
  if (painter === undefined) return null;
  const columns = range(Math.floor(seen.left / TILE), Math.floor(Math.min(seen.right, layout.width - 1) / TILE));
  const rows = range(Math.floor(seen.top / TILE), Math.floor(Math.min(seen.bottom, layout.height - 1) / TILE));
  return (
    <div className="grid-tiles" aria-hidden="true" style={{ left: layout.sizes.names, top: layout.head }}>
      {rows.flatMap((row) =>
        columns.map((column) => (
          <Tile key={`${row}:${column}`} layout={layout} painter={painter} left={column * TILE} top={row * TILE} />
        )),
      )}
    </div>
  );
}

interface TileProps {
  layout: Layout;
  painter: Painter;
  left: number;
  top: number;
}

const Tile = memo(function Tile({ layout, painter, left, top }: TileProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const width = Math.min(TILE, layout.width - left);
  const height = Math.min(TILE, layout.height - top);
  useLayoutEffect(() => {
    if (canvas.current !== null) painter.draw(canvas.current, left, top, width, height);
  }, [painter, left, top, width, height]);
  return <canvas ref={canvas} style={{ left, top, width, height }} />;
});

function range(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, nth) => first + nth);
}
