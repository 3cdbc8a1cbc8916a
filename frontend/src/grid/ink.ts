import { useEffect, useState, type RefObject } from "react";
import { inkOf, type Ink } from "./paint";

const QUERIES = ["(prefers-color-scheme: dark)", "(forced-colors: active)", "(prefers-contrast: more)"];

/** The ink of an element, read again when the theme changes or the screen gets another resolution. */
export function useInk(probe: RefObject<HTMLElement | null>): { ink: Ink; scale: number } | undefined {
  const [found, setFound] = useState<{ ink: Ink; scale: number }>();
  useEffect(() => {
    const read = () => {
      if (probe.current !== null) setFound({ ink: inkOf(probe.current), scale: window.devicePixelRatio || 1 });
    };
    read();
    const theme = new MutationObserver(read);
    theme.observe(document.documentElement, { attributeFilter: ["data-theme"] });
    const lists = QUERIES.map((query) => window.matchMedia(query));
    for (const list of lists) list.addEventListener("change", read);
    window.addEventListener("resize", read);
    return () => {
      theme.disconnect();
      for (const list of lists) list.removeEventListener("change", read);
      window.removeEventListener("resize", read);
    };
  }, [probe]);
  return found;
}
