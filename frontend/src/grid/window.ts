import { useEffect, useState, type RefObject } from "react";
import type { Layout } from "./layout";
import { watch } from "./watch";

/** The side of a tile, in CSS pixels. */
export const TILE = 512;

/** A part of the cells, in pixels from the first one. */
export interface Window {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** What can be seen of the cells and half a tile around it, in steps of half a tile: most scrolling changes nothing. */
export function useWindow(scroller: RefObject<HTMLDivElement | null>, layout: Layout): Window {
  const [seen, setSeen] = useState<Window>({ left: 0, top: 0, right: 2 * TILE, bottom: TILE });
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const look = () => {
      const next = windowOf(element, layout);
      setSeen((now) =>
        now.left === next.left && now.top === next.top && now.right === next.right && now.bottom === next.bottom
          ? now
          : next,
      );
    };
    return watch(element, look);
  }, [scroller, layout]);
  return seen;
}

function windowOf(element: HTMLElement, layout: Layout): Window {
  const step = TILE / 2;
  const down = (length: number) => Math.max(0, Math.floor(length / step) * step - step);
  const up = (length: number) => Math.ceil(length / step) * step + step;
  const { scrollLeft, scrollTop, clientWidth, clientHeight } = element;
  return {
    left: down(scrollLeft),
    top: down(scrollTop),
    right: Math.min(layout.width, up(scrollLeft + clientWidth - layout.sizes.names)),
    bottom: Math.min(layout.height, up(scrollTop + clientHeight - layout.head)),
  };
}
