import { useEffect, useSyncExternalStore } from "react";

const KEY = "relogrid.keys";
const listeners = new Set<() => void>();

/** Whether single keys do things; somebody who speaks to their machine switches them off. */
export function keysOn(): boolean {
  return localStorage.getItem(KEY) !== "off";
}

export function setKeysOn(on: boolean): void {
  if (on) localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, "off");
  listeners.forEach((listener) => listener());
}

export function useKeysOn(): boolean {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, keysOn);
}

/** What each key does, for the help. */
export const KEYS: readonly (readonly [key: string, does: string])[] = [
  ["/", "go to the search box"],
  ["n", "next cell that breaks"],
  ["p", "previous cell that breaks"],
  ["Arrows, Home, End", "move in the grid; with Ctrl to its corners"],
  ["Enter", "open the cell: why"],
  ["Esc", "close, back to the cell"],
  ["d", "compare with another object"],
  ["y", "copy a link to this state"],
  ["?", "this list"],
];

/** Runs while the page it is in is shown: a single key, pressed where nothing is being typed and no dialog is open. */
export function useKey(key: string, run: () => void): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== key || event.ctrlKey || event.metaKey || event.altKey || !keysOn()) return;
      const at = event.target;
      if (at instanceof HTMLElement && at.closest("input, textarea, select, [contenteditable], dialog")) return;
      event.preventDefault();
      run();
    };
    window.addEventListener("keydown", pressed);
    return () => window.removeEventListener("keydown", pressed);
  });
}
