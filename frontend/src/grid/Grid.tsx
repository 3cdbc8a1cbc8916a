import {
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type Ref,
} from "react";
import { useKey } from "@/app/keys";
import type { Matrix } from "@/model/matrix";
import { HEADERS, moved, nextFailing, within, type At } from "./focus";
import { GridSheet } from "./GridSheet";
import { GridTable } from "./GridTable";
import type { Band, Layout, Place } from "./layout";
import { cellUnder, focusOn, numbers } from "./pointer";
import { useSight } from "./sight";
import { Tip } from "./Tip";
import type { Viewport } from "./viewport";
import "./grid.css";

/** More cells than this are drawn instead of being put into the document. */
export const TABLE_CELLS = 2_000;
/** How long the pointer rests on a cell before it says something, in milliseconds. */
const REST = 200;

export interface GridHandle {
  /** Puts the focus on the cell it was on last. */
  focus: () => void;
  /** Brings a column into sight. */
  reveal: (column: number) => void;
}

interface VerdictGridProps {
  matrix: Matrix;
  layout: Layout;
  /** The cell that is opened; it is where the keyboard goes on. */
  opened: At | undefined;
  viewport: Viewport;
  ref?: Ref<GridHandle>;
  onToggle: (band: Band) => void;
  onOpen: (row: number, place: Place) => void;
}

/** Programs against kernels: every verdict at once. Reached and moved in by the keyboard like one thing. */
export function VerdictGrid({ matrix, layout, opened, viewport, ref, onToggle, onOpen }: VerdictGridProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const [wanted, setWanted] = useState<At>(opened ?? { row: 0, column: 0 });
  const [tip, setTip] = useState<At & { beside: DOMRect }>();
  const asked = useRef(false);
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined);
  const at = within(layout, wanted);
  const { sizes } = layout;

  const go = (next: At) => {
    asked.current = true;
    setTip(undefined);
    setWanted(next);
  };
  const stop = () => scroller.current?.querySelector<HTMLElement>("[data-stop]") ?? undefined;
  useLayoutEffect(() => {
    if (!asked.current) return;
    asked.current = false;
    focusOn(stop());
  });
  useImperativeHandle(ref, () => ({
    focus: () => focusOn(stop()),
    reveal: (column) => {
      const [place, element] = [layout.places[column], scroller.current];
      if (place !== undefined)
        element?.scrollTo({ left: place.x - (element.clientWidth - sizes.names) / 2 + place.width / 2 });
    },
  }));
  useSight(scroller, layout, viewport);
  // The drawer takes room: what it is about stays in sight beside it.
  const [openedRow, openedColumn] = [opened?.row, opened?.column];
  useLayoutEffect(() => {
    if (openedRow === undefined || openedColumn === undefined) return;
    setWanted({ row: openedRow, column: openedColumn });
    const element = scroller.current;
    const place = layout.places[openedColumn];
    if (element === null || place === undefined) return;
    const room = element.clientWidth - sizes.names;
    if (place.x < element.scrollLeft || place.x + place.width > element.scrollLeft + room) {
      element.scrollLeft = place.x - room / 2 + place.width / 2;
    }
  }, [openedRow, openedColumn]);

  const failing = (step: 1 | -1) => () => {
    const next = nextFailing(matrix, layout, at, step);
    if (next !== undefined) go(next);
  };
  useKey("n", failing(1));
  useKey("p", failing(-1));

  const pressed = (event: KeyboardEvent) => {
    const cell = at.row === HEADERS ? undefined : layout.places[at.column];
    if (event.key === "Escape") return setTip(undefined);
    if ((event.key === "Enter" || event.key === " ") && cell !== undefined) {
      event.preventDefault();
      return onOpen(layout.rows[at.row]!, cell);
    }
    if (event.altKey || event.metaKey) return undefined;
    const page = Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 0) - layout.head) / sizes.row) - 1);
    const next = moved(layout, at, event.key, event.ctrlKey, page);
    if (next === undefined) return undefined;
    event.preventDefault();
    return go(next);
  };
  const clicked = (event: MouseEvent) => {
    const cell = cellUnder(event, scroller.current, layout);
    if (cell === undefined) return;
    setTip(undefined);
    setWanted(cell);
    onOpen(layout.rows[cell.row]!, layout.places[cell.column]!);
  };
  const hovered = (event: MouseEvent) => {
    const cell = cellUnder(event, scroller.current, layout);
    clearTimeout(rest.current);
    if (cell !== undefined && cell.row === tip?.row && cell.column === tip.column) return;
    if (tip !== undefined) setTip(undefined);
    if (cell !== undefined) rest.current = setTimeout(() => setTip({ ...cell, beside: cell.box }), REST);
  };
  const left = (event: MouseEvent) => {
    clearTimeout(rest.current);
    if (!(event.relatedTarget instanceof Element && event.relatedTarget.closest(".grid-tip"))) setTip(undefined);
  };
  const focused = (event: FocusEvent) => {
    const cell = event.target.closest<HTMLElement>("[data-cell]");
    if (cell === null || !cell.matches(":focus-visible")) return;
    setTip({ ...numbers(cell), beside: cell.getBoundingClientRect() });
  };
  const props = {
    matrix,
    layout,
    at,
    label: `Verdicts of ${layout.rows.length} rows on ${layout.kernels} kernels`,
    onToggle: (band: Band) => {
      go({ row: HEADERS, column: band.from });
      onToggle(band);
    },
  };
  const small = layout.rows.length * layout.places.length <= TABLE_CELLS;
  const shown = tip === undefined ? undefined : layout.places[tip.column];
  return (
    <>
      <div
        ref={scroller}
        className="grid-scroll"
        style={{ scrollPadding: `${layout.head + 4}px 8px 4px ${sizes.names + 4}px`, fontSize: sizes.text }}
        onKeyDown={pressed}
        onClick={clicked}
        onMouseMove={hovered}
        onMouseLeave={left}
        onFocus={focused}
        onBlur={() => setTip(undefined)}
        onScroll={() => setTip(undefined)}
      >
        {small ? <GridTable {...props} /> : <GridSheet {...props} scroller={scroller} />}
      </div>
      {tip !== undefined && shown !== undefined && layout.rows[tip.row] !== undefined && (
        <Tip
          matrix={matrix}
          row={layout.rows[tip.row]!}
          place={shown}
          beside={tip.beside}
          onLeave={() => setTip(undefined)}
        />
      )}
    </>
  );
}
