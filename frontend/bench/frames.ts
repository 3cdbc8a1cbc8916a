import type { CDPSession, Page } from "playwright-core";

/** What a browser showed while something went on. */
export interface Frames {
  seconds: number;
  presented: number;
  fps: number;
  /** The longest time between two frames, in milliseconds. */
  gap: number;
}

interface Event {
  name: string;
  ph: string;
  ts: number;
  args?: { chrome_frame_reporter?: { state?: string }; frame_reporter?: { state?: string } };
}

/** Ways to scroll through something by hand: pixels to the right and down, at so many a second. */
export type Way = readonly [right: number, down: number];

const SPEED = 4_000;

/**
 * Scrolls with gestures of Chromium's own, which go the way a finger's or a wheel's do, and counts the frames that the
 * compositor says it presented: Chromium's tracing, and nothing that the page could tell.
 */
export async function scrolled(page: Page, ways: readonly Way[]): Promise<Frames> {
  const session = await page.context().newCDPSession(page);
  const events: Event[] = [];
  session.on("Tracing.dataCollected", ({ value }) => events.push(...(value as unknown as Event[])));
  await session.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: { includedCategories: ["cc", "benchmark", "blink.user_timing"], excludedCategories: ["*"] },
  });
  const spans: [number, number][] = [];
  for (const [right, down] of ways) {
    await page.evaluate(() => performance.mark("scroll:from"));
    await gesture(session, right, down);
    await page.evaluate(() => performance.mark("scroll:to"));
  }
  const done = new Promise<void>((resolve) => session.once("Tracing.tracingComplete", () => resolve()));
  await session.send("Tracing.end");
  await done;
  await session.detach();
  const marks = (name: string) => events.filter((event) => event.name === name).map((event) => event.ts);
  const [from, to] = [marks("scroll:from"), marks("scroll:to")];
  from.forEach((start, nth) => spans.push([start, to[nth] ?? start]));
  return summed(presentedIn(events), spans);
}

async function gesture(session: CDPSession, right: number, down: number): Promise<void> {
  await session.send("Input.synthesizeScrollGesture", {
    x: 800,
    y: 600,
    xDistance: -right,
    yDistance: -down,
    speed: SPEED,
    gestureSourceType: "mouse",
    preventFling: true,
  });
}

// A frame's way through the browser is one span of the trace; it ends when the frame is on the screen.
function presentedIn(events: readonly Event[]): number[] {
  const times: number[] = [];
  const open = new Map<string, boolean>();
  for (const event of events as (Event & { id?: string; id2?: { local?: string } })[]) {
    if (event.name !== "PipelineReporter") continue;
    const id = event.id2?.local ?? event.id ?? "";
    const state = (event.args?.chrome_frame_reporter ?? event.args?.frame_reporter)?.state ?? "";
    if (event.ph === "b") open.set(id, state.startsWith("STATE_PRESENTED"));
    else if (event.ph === "e") {
      if (open.get(id) === true || state.startsWith("STATE_PRESENTED")) times.push(event.ts);
      open.delete(id);
    }
  }
  return [...new Set(times)].sort((a, b) => a - b);
}

function summed(times: readonly number[], spans: readonly [number, number][]): Frames {
  let [micros, presented, gap] = [0, 0, 0];
  for (const [from, to] of spans) {
    const inside = times.filter((time) => from <= time && time <= to);
    const [first, last] = [inside[0], inside.at(-1)];
    if (first === undefined || last === undefined) {
      micros += to - from;
      gap = Math.max(gap, to - from);
      continue;
    }
    // From the first frame that moved to the last: what a gesture takes to begin is not the page's.
    micros += last - first;
    presented += inside.length - 1;
    for (let nth = 1; nth < inside.length; nth++) gap = Math.max(gap, inside[nth]! - inside[nth - 1]!);
  }
  const seconds = micros / 1e6;
  return { seconds, presented, fps: presented / seconds, gap: gap / 1_000 };
}
