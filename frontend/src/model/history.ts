import type { Schema } from "@/api/schema-names";
import { compareVersions, versionOf } from "./version";

/** `GET /api/v1/history?of=`: what became of a field, type, enumerator, function or option. */
export type History = Schema<"History">;
export type HistoryAnswer = Schema<"HistoryAnswer">;

/** Neighbouring versions of one line with the same answers. */
export interface Stretch {
  /** Places in the body's answers; several only where builds of one flavour and version disagree. */
  answers: readonly number[];
  first: string;
  last: string;
  /** The kernels of it; null where they cannot be told from those of another stretch of the line. */
  kernels: number | null;
}

/** The history of a line of kernels, or of some of its flavours. */
export interface Row {
  /** `debian/bookworm/amd64`; null for all lines together. */
  line: string | null;
  flavours: readonly string[];
  stretches: readonly Stretch[];
}

/** Rows with one story: the same answers in the same order, changing between the same series. */
export interface Folded {
  key: string;
  /** From the first version to the last that any of its lines has. */
  stretches: readonly Stretch[];
  rows: readonly Row[];
}

/** Every row with its counts, in the order of the body. */
export function rowsOf(history: History): Row[] {
  const members = memberships(history);
  return history.lines.map((line) => {
    const mine = members.filter(
      (one) =>
        (line.line == null || one.line === line.line) &&
        (line.flavours.length === 0 || line.flavours.includes(one.flavour)),
    );
    const taken = line.segments.flatMap((segment) => segment.answers);
    return {
      line: line.line ?? null,
      flavours: line.flavours,
      stretches: line.segments.map((segment) => ({
        ...segment,
        kernels: segment.answers.some((answer) => taken.indexOf(answer) !== taken.lastIndexOf(answer))
          ? null
          : mine.filter((one) => segment.answers.includes(one.answer)).length,
      })),
    };
  });
}

interface Membership {
  line: string;
  flavour: string;
  answer: number;
}

// A kernel's flavour is what its release ends in; `rt-amd64` goes before `amd64`, which it also ends in.
function memberships(history: History): Membership[] {
  const flavours = [...new Set(history.lines.flatMap((line) => line.flavours))].sort((a, b) => b.length - a.length);
  return history.kernels.map(({ kernel, answer }) => {
    const [distro = "", suite = "", arch = "", ...release] = kernel.split("/");
    const name = release.join("/");
    const flavour = flavours.find((one) => name === one || name.endsWith(`-${one}`)) ?? arch;
    return { line: `${distro}/${suite}/${arch}`, flavour, answer };
  });
}

/** Rows with the same story together, where its first one stands. */
export function fold(rows: readonly Row[]): Folded[] {
  const found = new Map<string, Row[]>();
  for (const row of rows) {
    const key = storyOf(row);
    const same = found.get(key);
    if (same === undefined) found.set(key, [row]);
    else same.push(row);
  }
  return [...found.entries()].map(([key, same]) => ({ key, rows: same, stretches: together(same) }));
}

function storyOf(row: Row): string {
  return row.stretches
    .map((stretch, at) => {
      const before = row.stretches[at - 1];
      return (before === undefined ? "" : changedAt(before, stretch) + " ") + [...stretch.answers].sort().join("+");
    })
    .join(" > ");
}

function together(rows: readonly Row[]): Stretch[] {
  const [first, ...more] = rows;
  if (first === undefined) return [];
  return first.stretches.map((stretch, at) => {
    const all = [stretch, ...more.flatMap((row) => row.stretches[at] ?? [])];
    const counts = all.map((one) => one.kernels);
    return {
      answers: stretch.answers,
      first: all.map((one) => one.first).reduce((a, b) => (compareVersions(b, a) < 0 ? b : a)),
      last: all.map((one) => one.last).reduce((a, b) => (compareVersions(a, b) < 0 ? b : a)),
      kernels: counts.includes(null) ? null : counts.reduce<number>((sum, count) => sum + (count ?? 0), 0),
    };
  });
}

/**
 * Between which versions that somebody has the change lies: `6.1…6.12`; only the new version where both are of one
 * series. The command line says the same.
 */
export function changedAt(old: Stretch, now: Stretch): string {
  const [left, right] = [versionOf(old.last), versionOf(now.first)];
  if (left.series === right.series) return now.first;
  const next = left.major === right.major && left.minor + 1 === right.minor;
  // Linux goes from x.19 to the next number.
  const nextMajor = left.minor === 19 && left.major + 1 === right.major && right.minor === 0;
  return next || nextMajor ? right.series : `${left.series}…${right.series}`;
}
