import type { Row, Stretch } from "./history";
import { compareSeries } from "./kernel";
import { versionOf } from "./version";

/** Where versions lie on a line from 0 to `series.length`: a step for each series, versions between by their number. */
export interface Scale {
  series: readonly string[];
  start(stretch: Stretch): number;
  end(stretch: Stretch): number;
}

/** @param known the series of all kernels there are: a step for those in the middle of a stretch, too */
export function scaleOf(rows: readonly Row[], known: Iterable<string> = []): Scale {
  const ends = new Map<string, [least: number, most: number]>();
  for (const text of rows.flatMap((row) => row.stretches.flatMap((stretch) => [stretch.first, stretch.last]))) {
    const { series, patch } = versionOf(text);
    const [least, most] = ends.get(series) ?? [patch, patch];
    ends.set(series, [Math.min(least, patch), Math.max(most, patch)]);
  }
  const series = [...new Set([...known, ...ends.keys()])].sort(compareSeries);
  const at = (text: string, alone: number) => {
    const version = versionOf(text);
    const [least, most] = ends.get(version.series) ?? [0, 0];
    const within = most === least ? alone : (version.patch - least) / (most - least);
    return series.indexOf(version.series) + within;
  };
  return { series, start: (stretch) => at(stretch.first, 0), end: (stretch) => at(stretch.last, 1) };
}

/** A stretch on the scale: the room before it and its own, in steps of the scale. */
export interface Placed {
  stretch: Stretch;
  gap: number;
  width: number;
  /** Whether it begins in the right half, where what pops up has no room to the right. */
  right: boolean;
}

export function place(stretches: readonly Stretch[], scale: Scale): { placed: Placed[]; rest: number } {
  let from = 0;
  const placed = stretches.map((stretch) => {
    const start = Math.max(from, scale.start(stretch));
    const end = Math.max(start, scale.end(stretch));
    const gap = start - from;
    from = end;
    return { stretch, gap, width: end - start, right: start > scale.series.length / 2 };
  });
  return { placed, rest: Math.max(0, scale.series.length - from) };
}
