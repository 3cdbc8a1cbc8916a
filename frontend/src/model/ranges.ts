import { compareSeries, type KernelName } from "./kernel";
import { inRanges, type Matrix, type Ranges } from "./matrix";
import { compareVersions } from "./version";

/** A kernel as ranges see it; the version is that of its package, where it is known. */
export type Build = Pick<KernelName, "distro" | "suite" | "arch" | "release" | "series"> & { version?: string };

/** On which of some kernels something is so, in words. */
export interface Where {
  kernels: number;
  of: number;
  /** `6.12 and later`, with whatever limits it further: `6.12 and later, only on arm64`. */
  versions: string;
  suites: readonly SuiteWhere[];
}

/** The same within a suite. */
export interface SuiteWhere {
  suite: string;
  kernels: number;
  of: number;
  versions: string;
}

/** What a limit is looked for in, the simplest first: none, machines, variants of one version, suites. */
const LIMITS: readonly ((build: Build) => string)[] = [
  () => "",
  (build) => build.arch,
  (build) => variantOf(build.release),
  (build) => build.suite,
];

export function whereOf(builds: readonly Build[], hit: (place: number) => boolean): Where {
  const told = builds.map((build, place) => ({ build, hit: hit(place) }));
  const distros = several(builds);
  return {
    kernels: told.filter((one) => one.hit).length,
    of: told.length,
    versions: versionsOf(told),
    suites: grouped(told, (one) => suiteOf(one.build, distros))
      .filter(([, members]) => members.some((one) => one.hit))
      .map(([suite, members]) => ({
        suite,
        kernels: members.filter((one) => one.hit).length,
        of: members.length,
        versions: runsOf(members, false).text,
      })),
  };
}

/** Where a cause is in the way, among the kernels that say anything about the object. */
export function whereIn(matrix: Matrix, ranges: Ranges): Where {
  const judged = matrix.columns.filter((column) => {
    const verdict = matrix.objectVerdict(column.at);
    return inRanges(ranges, column.at) || !["other_byte_order", "no_btf", "unanswered"].includes(verdict);
  });
  const builds = judged.map((column) => ({ ...column, version: matrix.body.kernels[column.at]?.version ?? "" }));
  return whereOf(builds, (place) => inRanges(ranges, judged[place]?.at ?? -1));
}

interface Told {
  build: Build;
  hit: boolean;
}

function versionsOf(told: readonly Told[]): string {
  if (!told.some((one) => one.hit)) return "nowhere";
  for (const limit of LIMITS) {
    const text = limited(told, limit);
    if (text !== undefined) return text;
  }
  return runsOf(told, true).text;
}

/** Words that are exact when only kernels of some machines (variants, suites) are meant; undefined where none are. */
function limited(told: readonly Told[], limit: (build: Build) => string): string | undefined {
  const values = grouped(told, (one) => limit(one.build))
    .filter(([, members]) => members.some((one) => one.hit))
    .map(([value]) => value);
  const runs = runsOf(
    told.filter((one) => values.includes(limit(one.build))),
    true,
  );
  if (!runs.exact) return undefined;
  return values[0] === "" ? runs.text : `${runs.text}, only on ${listed(values)}`;
}

interface Runs {
  text: string;
  /** Whether series are wholly in or out, or cut at one version. */
  exact: boolean;
}

/** Series that follow each other without a gap are one range. `open` ranges say "and later" instead of naming an end. */
function runsOf(told: readonly Told[], open: boolean): Runs {
  const series = grouped(told, (one) => one.build.series).sort(([a], [b]) => compareSeries(a, b));
  const parts: string[] = [];
  let exact = true;
  let first = -1;
  const close = (last: number) => {
    if (first < 0) return;
    parts.push(
      rangeText(
        series.map(([name]) => name),
        first,
        last,
        open,
      ),
    );
    first = -1;
  };
  series.forEach(([name, members], at) => {
    const hits = members.filter((one) => one.hit).length;
    if (hits === members.length) {
      if (first < 0) first = at;
      return;
    }
    close(at - 1);
    if (hits === 0) return;
    const cut = cutOf(name, members);
    if (cut === undefined) exact = false;
    parts.push(cut ?? `${name} (${hits} of ${members.length} builds)`);
  });
  close(series.length - 1);
  return { text: parts.join(", "), exact };
}

function rangeText(series: readonly string[], first: number, last: number, open: boolean): string {
  const [from, to] = [series[first] ?? "", series[last] ?? ""];
  const [begins, ends] = [first === 0, last === series.length - 1];
  if (open && begins && ends) return series.length === 1 ? from : "all versions";
  if (open && ends) return `${from} and later`;
  if (open && begins && from !== to) return `${to} and earlier`;
  return from === to ? from : `${from} to ${to}`;
}

/** `6.12 from 6.12.95`, `6.12 up to 6.12.90`: where one version parts a series. */
function cutOf(series: string, members: readonly Told[]): string | undefined {
  const versions = grouped(members, (one) => numbers(one.build.version ?? ""));
  if (versions.length < 2 || versions.some(([version]) => version === "")) return undefined;
  const ordered = versions.sort(([a], [b]) => compareVersions(a, b));
  const hits = ordered.map(([, builds]) => builds.filter((one) => one.hit).length / builds.length);
  if (hits.some((share) => share !== 0 && share !== 1)) return undefined;
  const changes = hits.filter((share, at) => at > 0 && share !== hits[at - 1]).length;
  if (changes !== 1) return undefined;
  const at = hits.findIndex((share, place) => place > 0 && share !== hits[place - 1]);
  const early = hits[0] === 1;
  const version = ordered[early ? at - 1 : at]?.[0] ?? "";
  if (early ? at === 1 : at === ordered.length - 1) return version;
  return early ? `${series} up to ${version}` : `${series} from ${version}`;
}

function numbers(version: string): string {
  return /^\d+(\.\d+)+(~rc\d+)?/.exec(version)?.[0] ?? "";
}

/** `rt` of `6.12.107+deb12-rt-amd64`: what several builds of one version are told apart by. */
function variantOf(release: string): string {
  return /-(cloud|rt|16k|64k|generic|aws|azure|gcp|lowlatency)\b/.exec(release)?.[1] ?? "standard builds";
}

function several(builds: readonly Build[]): boolean {
  return new Set(builds.map((build) => build.distro)).size > 1;
}

function suiteOf(build: Build, distros: boolean): string {
  return distros ? `${build.distro} ${build.suite}` : build.suite;
}

function grouped<T>(all: readonly T[], key: (one: T) => string): [string, T[]][] {
  const found = new Map<string, T[]>();
  for (const one of all) {
    const name = key(one);
    const members = found.get(name);
    if (members === undefined) found.set(name, [one]);
    else members.push(one);
  }
  return [...found];
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
