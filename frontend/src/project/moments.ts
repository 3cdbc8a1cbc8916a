import type { Schema } from "@/api/schema-names";

export type Attached = Schema<"AttachedView">;

/** How a ref stood from one moment to the next change of its objects. */
export interface Moment {
  /** When it began. */
  at: string;
  /** Required kernels that the weakest of the objects passes on. */
  pass: number;
  total: number;
  /** Which object that was. */
  weakest: string;
  /** What came or went at that moment. */
  changed: readonly Change[];
}

export interface Change {
  path: string;
  commit: string | null;
  gone: boolean;
}

/**
 * How the pass count of a ref went: at each moment an object came or went, the count of the weakest object there was.
 * Objects without an answer count for nothing; a moment without any is left out.
 *
 * @param history what the ref has and had, in any order
 */
export function momentsOf(history: readonly Attached[]): Moment[] {
  const known = history.filter((one) => one.kernels !== null && one.kernels !== undefined);
  const times = new Set<string>();
  for (const one of known) {
    times.add(one.since);
    if (one.until !== null && one.until !== undefined) times.add(one.until);
  }
  const moments: Moment[] = [];
  for (const at of [...times].sort(byTime)) {
    const there = known.filter((one) => isThere(one, at));
    const changed = changesAt(known, at);
    const weakest = there.reduce<Attached | undefined>(
      (least, one) => (least === undefined || passOf(one) < passOf(least) ? one : least),
      undefined,
    );
    if (weakest === undefined) continue;
    const total = weakest.kernels?.total ?? 0;
    moments.push({ at, pass: passOf(weakest), total, weakest: weakest.path, changed });
  }
  return moments;
}

/**
 * The same where only the latest of a history is at hand: what the ref has now is known besides, and moments before the
 * earliest that was listed are left out, for too much of what was there then is not.
 */
export function momentsOfLatest(latest: readonly Attached[], now: readonly Attached[]): Moment[] {
  const listed = new Set(latest.map((one) => one.id));
  const earliest = latest.map((one) => one.since).sort(byTime)[0] ?? "";
  const all = [...latest, ...now.filter((one) => !listed.has(one.id))];
  return momentsOf(all).filter((one) => byTime(one.at, earliest) >= 0);
}

function changesAt(known: readonly Attached[], at: string): Change[] {
  const came = known.filter((one) => one.since === at);
  const paths = new Set(came.map((one) => one.path));
  const gone = known.filter((one) => one.until === at && !paths.has(one.path));
  return [
    ...came.map((one) => ({ path: one.path, commit: one.commit ?? null, gone: false })),
    ...gone.map((one) => ({ path: one.path, commit: null, gone: true })),
  ];
}

function isThere(one: Attached, at: string): boolean {
  return byTime(one.since, at) <= 0 && (one.until === null || one.until === undefined || byTime(one.until, at) > 0);
}

function passOf(one: Attached): number {
  return one.kernels?.pass ?? 0;
}

// Fractions of seconds come with as many digits as they need, so as they stand they do not sort by time.
function byTime(a: string, b: string): number {
  return inFull(a).localeCompare(inFull(b));
}

function inFull(at: string): string {
  const [seconds = "", fraction = ""] = at.replace("Z", "").split(".");
  return `${seconds}.${fraction.padEnd(9, "0")}`;
}

/** A line in a box: where each moment is. */
export interface Drawn {
  /** The path of the line, which goes by steps: a count holds until the next change. */
  path: string;
  dots: readonly { x: number; y: number }[];
}

/**
 * Moments at equal distances, the earliest at the left; counts from none at the bottom to all at the top. Distances in
 * time would put a busy day in one pixel.
 */
export function draw(moments: readonly Moment[], width: number, height: number): Drawn {
  const most = Math.max(1, ...moments.map((one) => one.total));
  const step = moments.length > 1 ? width / (moments.length - 1) : 0;
  const dots = moments.map((one, at) => ({
    x: round(moments.length > 1 ? at * step : width / 2),
    y: round(height - (one.pass / most) * height),
  }));
  const path = dots.map(({ x, y }, at) => (at === 0 ? `M${x} ${y}` : `H${x}V${y}`)).join("");
  return { path, dots };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
