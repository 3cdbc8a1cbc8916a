import { useMemo, useRef, useState } from "react";
import { families } from "@/model/families";
import type { Matrix } from "@/model/matrix";
import { search } from "@/model/query";
import { VerdictGrid, type GridHandle } from "./Grid";
import { isOpened, layout as layoutOf, type Band } from "./layout";
import { sizesOf } from "./sizes";
import { useGridState } from "./state";
import { Strip } from "./Strip";
import { Viewport } from "./viewport";

/**
 * The grid of an object's report with everything around it: what is searched for, how it is grouped, what is opened. All of
 * that is in the address; whoever mounts it gives the matrix and nothing else.
 */
export function ObjectGrid({ matrix }: { matrix: Matrix }) {
  const [state, change] = useGridState();
  const grid = useRef<GridHandle>(null);
  const [viewport] = useState(() => new Viewport());
  const found = useMemo(() => search(matrix, state.query), [matrix, state.query]);
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
  const toggle = (band: Band) => {
    const keys = state.opened === "all" ? groups.map((family) => family.key) : [...state.opened];
    const open = isOpened(state.opened, band.family.key);
    change({ opened: new Set(open ? keys.filter((key) => key !== band.family.key) : [...keys, band.family.key]) });
  };
  return (
    <section className="stack full" aria-label="Programs on kernels">
      <Strip matrix={matrix} layout={layout} viewport={viewport} onJump={(column) => grid.current?.reveal(column)} />
      <VerdictGrid
        ref={grid}
        matrix={matrix}
        layout={layout}
        opened={undefined}
        viewport={viewport}
        onToggle={toggle}
        onOpen={() => {}}
      />
    </section>
  );
}
