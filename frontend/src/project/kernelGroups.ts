import { families } from "@/model/families";
import { kernelName } from "@/model/kernel";
import type { Column } from "@/model/matrix";

/** Kernels of one series and architecture, as a range: its ends, and how many there are. */
export interface Range {
  key: string;
  series: string;
  arch: string;
  first: string;
  last: string;
  count: number;
}

/** Kernels of one suite. */
export interface Suite {
  name: string;
  count: number;
  ranges: readonly Range[];
}

/** Kernels as people speak of them: suites in the order of the archive, in each its series from the oldest on. */
export function grouped(ids: readonly string[]): Suite[] {
  const columns: Column[] = ids.map((id, at) => ({ ...kernelName(id), at, btf: true }));
  const several = new Set(columns.map((column) => column.distro)).size > 1;
  const suites = new Map<string, Range[]>();
  for (const family of families(columns, "distro")) {
    const members = family.columns.flatMap((at) => columns[at] ?? []);
    const [first, last] = [members[0], members.at(-1)];
    if (first === undefined || last === undefined) continue;
    const name = several ? `${first.distro} ${first.suite}` : first.suite;
    const range = { key: family.key, series: family.series, arch: family.arch, count: members.length };
    const ranges = suites.get(name) ?? [];
    ranges.push({ ...range, first: first.id, last: last.id });
    suites.set(name, ranges);
  }
  return [...suites].map(([name, ranges]) => ({
    name,
    ranges,
    count: ranges.reduce((sum, range) => sum + range.count, 0),
  }));
}

/** `bookworm 180, trixie 215 and 4 more suites`: enough to know where. */
export function told(suites: readonly Suite[], most = 4): string {
  const shown = suites.slice(0, most).map((suite) => `${suite.name} ${suite.count}`);
  const rest = suites.length - shown.length;
  return shown.join(", ") + (rest > 0 ? ` and ${rest} more ${rest === 1 ? "suite" : "suites"}` : "");
}

/** `1 kernel`, `2 kernels`. */
export function kernels(count: number): string {
  return count === 1 ? "1 kernel" : `${count} kernels`;
}
