import { useEffect, type RefObject } from "react";
import { placeAt, type Layout } from "./layout";
import type { Viewport } from "./viewport";
import { watch } from "./watch";

/** Tells the viewport which columns can be seen. */
export function useSight(scroller: RefObject<HTMLElement | null>, layout: Layout, viewport: Viewport): void {
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const look = () => {
      const { scrollLeft, clientWidth } = element;
      const right = scrollLeft + clientWidth - layout.sizes.names - 1;
      viewport.see(placeAt(layout.places, scrollLeft), placeAt(layout.places, right));
    };
    return watch(element, look);
  }, [scroller, layout, viewport]);
}
