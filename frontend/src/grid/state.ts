import { useMemo } from "react";
import { useSearchParams } from "react-router";
import type { Grouping } from "@/model/families";
import type { Opened } from "./layout";
import { DENSITIES, type Density } from "./sizes";
import { useMedia } from "./media";

const KEY = "relogrid.density";

/** What is shown of a grid, all of it in the address: `q`, `group`, `density`, `open`, `cell`, `view`. */
export interface GridState {
  query: string;
  grouping: Grouping;
  density: Density;
  opened: Opened;
  view: "grid" | "list";
  /** `program@kernel` or `program@family`; without a program it is the object as a whole. */
  cell: string | undefined;
}

export type Change = (next: Partial<GridState>) => void;

export function useGridState(): [GridState, Change] {
  const [words, setWords] = useSearchParams();
  const narrow = useMedia("(max-width: 40rem)");
  const state = useMemo(() => read(words, narrow), [words, narrow]);
  const change = (next: Partial<GridState>) => {
    if (next.density !== undefined) localStorage.setItem(KEY, next.density);
    // The address as it is now: two changes may come before the page is drawn again.
    setWords(write(new URLSearchParams(location.search), next, narrow), { replace: true, preventScrollReset: true });
  };
  return [state, change];
}

function read(words: URLSearchParams, narrow: boolean): GridState {
  const open = words.get("open") ?? "";
  const view = words.get("view");
  return {
    query: words.get("q") ?? "",
    grouping: words.get("group") === "version" ? "version" : "distro",
    density: densityOf(words.get("density") ?? localStorage.getItem(KEY)),
    opened: open === "all" ? "all" : new Set(open.split(",").filter((key) => key !== "")),
    view: view === "list" || view === "grid" ? view : narrow ? "list" : "grid",
    cell: words.get("cell") ?? undefined,
  };
}

function densityOf(word: string | null): Density {
  return DENSITIES.find((density) => density === word) ?? "standard";
}

function write(words: URLSearchParams, next: Partial<GridState>, narrow: boolean): URLSearchParams {
  const set = (name: string, value: string | undefined) => {
    if (value === undefined || value === "") words.delete(name);
    else words.set(name, value);
  };
  if ("query" in next) set("q", next.query);
  if ("grouping" in next) {
    set("group", next.grouping === "distro" ? "" : next.grouping);
    // Families of the other grouping are others.
    if (words.get("open") !== "all") words.delete("open");
    words.delete("cell");
  }
  if ("density" in next) set("density", next.density);
  if (next.opened !== undefined) set("open", next.opened === "all" ? "all" : [...next.opened].join(","));
  if ("view" in next) set("view", (next.view === "list") === narrow ? "" : next.view);
  if ("cell" in next) set("cell", next.cell);
  return words;
}
