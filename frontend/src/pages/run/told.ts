import type { ServerEvent } from "@/api/event-parser";
import type { Following } from "@/api/events";

/** Kernels that answer alike, or what one booted kernel did with a program (docs/API.md, "Runs"). */
export interface AnsweredCell {
  verdict: string;
  kernels: number;
  reason: string;
}
export interface BootedCell {
  kernel: string;
  program: string;
  outcome: string;
  detail: string;
  predicted: string | null;
  agrees: boolean | null;
}

/** What a run has told so far. */
export interface Told {
  following: Following;
  done: number;
  total: number;
  /** The newest first, no more than are shown. */
  cells: readonly { id: string; cell: AnsweredCell | BootedCell }[];
  /** How many cells came, shown or not. */
  came: number;
  /** Kernels by verdict; programs on booted kernels by what became of them. */
  tally: Readonly<Record<string, number>>;
  disagree: number;
  /** How it ended; null while it goes. */
  ended: { state: string; error: string | null } | null;
}

export const NOTHING: Told = {
  following: "connecting",
  done: 0,
  total: 0,
  cells: [],
  came: 0,
  tally: {},
  disagree: 0,
  ended: null,
};

const SHOWN = 200;

/** Takes what came since the last time. */
export function take(told: Told, events: readonly ServerEvent[]): Told {
  let { done, total, came, disagree, ended } = told;
  const tally = { ...told.tally };
  const cells: Told["cells"][number][] = [];
  for (const { id, event, data } of events) {
    const body: unknown = JSON.parse(data);
    if (event === "progress") ({ done, total } = body as { done: number; total: number });
    else if (event === "done") ended = body as NonNullable<Told["ended"]>;
    else if (event === "cell") {
      const cell = body as AnsweredCell | BootedCell;
      const word = isBooted(cell) ? cell.outcome : cell.verdict;
      tally[word] = (tally[word] ?? 0) + (isBooted(cell) ? 1 : cell.kernels);
      if (isBooted(cell) && cell.agrees === false) disagree++;
      came++;
      cells.push({ id, cell });
    }
  }
  return {
    ...told,
    done,
    total,
    came,
    disagree,
    ended,
    tally,
    cells: [...cells.reverse(), ...told.cells].slice(0, SHOWN),
  };
}

export function isBooted(cell: AnsweredCell | BootedCell): cell is BootedCell {
  return "outcome" in cell;
}
