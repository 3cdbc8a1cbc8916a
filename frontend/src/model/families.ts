import { compareSeries } from "./kernel";
import type { Column } from "./matrix";

/** How the columns of a grid are put together. */
export type Grouping = "distro" | "version";

/** Builds that are shown as one column until it is opened. */
export interface Family {
  key: string;
  /** `bookworm 6.1`, with the distribution where there are several. */
  label: string;
  /** Where its builds come from: the suite, with the distribution where there are several; empty by version. */
  line: string;
  arch: string;
  series: string;
  /** Whether the label alone would not say which one it is, because kernels of several architectures are there. */
  archs: boolean;
  /** Places of its builds in the matrix, in the matrix's order. */
  columns: readonly number[];
}

/**
 * Kernels of one suite, series and architecture (`distro`), or of one series and architecture wherever they come from
 * (`version`): ordered by suite in the archive's order and then by series, or by series alone.
 */
export function families(columns: readonly Column[], grouping: Grouping): Family[] {
  const several = new Set(columns.map((column) => column.distro)).size > 1;
  const archs = new Set(columns.map((column) => column.arch)).size > 1;
  const found = new Map<string, { first: Column; columns: number[] }>();
  for (const column of columns) {
    const key = keyOf(column, grouping);
    const family = found.get(key);
    if (family === undefined) found.set(key, { first: column, columns: [column.at] });
    else family.columns.push(column.at);
  }
  const suites = new Map<string, number>();
  for (const column of columns) if (!suites.has(suiteOf(column))) suites.set(suiteOf(column), suites.size);
  const order = (column: Column) => (grouping === "distro" ? (suites.get(suiteOf(column)) ?? 0) : 0);
  return [...found.entries()]
    .sort(
      ([, a], [, b]) =>
        order(a.first) - order(b.first) ||
        compareSeries(a.first.series, b.first.series) ||
        a.first.arch.localeCompare(b.first.arch),
    )
    .map(([key, { first, columns: members }]) => {
      const line = grouping === "version" ? "" : several ? `${first.distro} ${first.suite}` : first.suite;
      const label = line === "" ? first.series : `${line} ${first.series}`;
      return { key, label, line, arch: first.arch, archs, series: first.series, columns: members };
    });
}

function suiteOf(column: Column): string {
  return `${column.distro}/${column.suite}`;
}

function keyOf(column: Column, grouping: Grouping): string {
  const place = `${column.series}/${column.arch}`;
  return grouping === "distro" ? `${suiteOf(column)}/${place}` : place;
}

/** `bookworm 6.1 amd64, 12 builds`: a family in words. */
export function familyName(family: Family): string {
  const builds = family.columns.length === 1 ? "1 build" : `${family.columns.length} builds`;
  return `${family.label}${family.archs ? ` ${family.arch}` : ""}, ${builds}`;
}
