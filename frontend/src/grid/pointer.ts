import type { MouseEvent } from "react";
import type { At } from "./focus";
import { placeAt, type Layout } from "./layout";

/** The cell under the pointer, and its box on the screen. On the sheet there are no elements to ask, but a place. */
export function cellUnder(
  event: MouseEvent,
  scroller: HTMLElement | null,
  layout: Layout,
): (At & { box: DOMRect }) | undefined {
  if (scroller === null || !(event.target instanceof Element)) return undefined;
  const cell = event.target.closest<HTMLElement>("td[data-cell]");
  if (cell !== null) return { ...numbers(cell), box: cell.getBoundingClientRect() };
  if (scroller.querySelector(".grid-sheet") === null) return undefined;
  const edge = scroller.getBoundingClientRect();
  const [inX, inY] = [event.clientX - edge.left - scroller.clientLeft, event.clientY - edge.top - scroller.clientTop];
  const { sizes } = layout;
  if (inX < sizes.names || inY < layout.head || inX >= scroller.clientWidth || inY >= scroller.clientHeight) {
    return undefined;
  }
  const [x, y] = [inX - sizes.names + scroller.scrollLeft, inY - layout.head + scroller.scrollTop];
  if (x >= layout.width || y >= layout.height) return undefined;
  const [row, column] = [Math.floor(y / sizes.row), placeAt(layout.places, x)];
  const place = layout.places[column]!;
  const left = event.clientX - (x - place.x - place.gap);
  return { row, column, box: new DOMRect(left, event.clientY - (y - row * sizes.row), place.width, sizes.row) };
}

/** What `data-cell` says: `3:17` is row 3, column 17. */
export function numbers(cell: HTMLElement): At {
  const [row = 0, column = 0] = (cell.dataset.cell ?? "").split(":").map(Number);
  return { row, column };
}

/** Puts the focus on something in the grid, clear of what sticks to its edges. */
export function focusOn(element: HTMLElement | undefined): void {
  element?.focus({ preventScroll: true });
  element?.scrollIntoView?.({ block: "nearest", inline: "nearest" });
}
