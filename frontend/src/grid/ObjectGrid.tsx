import { useDeferredValue, useMemo, useRef, useState } from "react";
import { families } from "@/model/families";
import { WHOLE, type Matrix } from "@/model/matrix";
import { search } from "@/model/query";
import { Button } from "@/ui/Button";
import { Empty } from "@/ui/Empty";
import { Drawer } from "./Drawer";
import { VerdictGrid, type GridHandle } from "./Grid";
import { GridList } from "./GridList";
import { GridTools } from "./GridTools";
import { isOpened, layout as layoutOf, type Band, type Place } from "./layout";
import { Legend } from "./Legend";
import { useMedia } from "./media";
import { cellOf, cellWord, standsAt } from "./opened-cell";
import { sizesOf } from "./sizes";
import { useGridState } from "./state";
import { Strip } from "./Strip";
import { Viewport } from "./viewport";

/**
 * The grid of an object's report with everything around it: what is searched for, how it is grouped, what is opened. All of
 * that is in the address; whoever mounts it gives the matrix and a heading of the second level over it, and nothing else.
 */
export function ObjectGrid({ matrix }: { matrix: Matrix }) {
  const [state, change] = useGridState();
  const grid = useRef<GridHandle>(null);
  const opener = useRef<Element>(null);
  const [viewport] = useState(() => new Viewport());
  const printing = useMedia("print");
  // Typing goes before: a large grid is laid out when nothing else is to do.
  const query = useDeferredValue(state.query);
  const found = useMemo(() => search(matrix, query), [matrix, query]);
  const groups = useMemo(
    () =>
      families(
        found.columns.map((column) => matrix.columns[column]!),
        state.grouping,
      ),
    [matrix, found, state.grouping],
  );
  const sizes = useMemo(() => sizesOf(state.density, document.documentElement.clientWidth), [state.density]);
  const layout = useMemo(
    () => layoutOf(matrix, found.rows, groups, state.opened, sizes),
    [matrix, found, groups, state.opened, sizes],
  );
  const opened = useMemo(() => cellOf(matrix, groups, state.cell), [matrix, groups, state.cell]);
  const toggle = (band: Band) => {
    const keys = state.opened === "all" ? groups.map((family) => family.key) : [...state.opened];
    const open = isOpened(state.opened, band.family.key);
    change({ opened: new Set(open ? keys.filter((key) => key !== band.family.key) : [...keys, band.family.key]) });
  };
  const open = (row: number, place: Place) => {
    opener.current = document.activeElement;
    change({ cell: cellWord(matrix, { row, place }) });
  };
  const close = () => {
    change({ cell: undefined });
    // The grid's cell, or the button of the list that was pressed.
    if (grid.current !== null) grid.current.focus();
    else if (opener.current instanceof HTMLElement) opener.current.focus();
  };
  const nothing = found.columns.length === 0;
  const rows = matrix.programs.length === 0 ? [WHOLE] : found.rows;
  return (
    <div className="stack full">
      <GridTools
        matrix={matrix}
        state={state}
        change={change}
        found={found}
        openable={groups.filter((family) => family.columns.length > 1).map((family) => family.key)}
      />
      {nothing ? (
        <Empty says={`0 of ${matrix.columns.length} kernels shown.`}>
          {state.query !== "" && <Button onClick={() => change({ query: "" })}>Clear filter</Button>}
        </Empty>
      ) : (
        <div className="grid-area" data-drawer={opened !== undefined || undefined}>
          {state.view === "list" || printing ? (
            <GridList matrix={matrix} rows={rows} groups={groups} onOpen={open} />
          ) : (
            <div className="stack grid-main">
              <Strip matrix={matrix} layout={layout} viewport={viewport} onJump={(at) => grid.current?.reveal(at)} />
              <VerdictGrid
                ref={grid}
                matrix={matrix}
                layout={layout}
                opened={standsAt(layout, opened)}
                viewport={viewport}
                onToggle={toggle}
                onOpen={open}
              />
              <Legend matrix={matrix} />
            </div>
          )}
          {opened !== undefined && <Drawer matrix={matrix} row={opened.row} place={opened.place} onClose={close} />}
        </div>
      )}
    </div>
  );
}
