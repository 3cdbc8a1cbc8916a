/**
 * `npm run bench:grid`: the grid of 300 programs on 1,000 kernels in a real Chromium, with software rendering. How long it
 * takes from dropping the object to the answer, how many frames a second scrolling has, how much JavaScript there is.
 * Exits with 1 where a promise of docs/BENCHMARKS.md is broken.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { browser, closeBrowser } from "../e2e/ground/browser";
import { ROOT, TARGET } from "../e2e/ground/folders";
import { startService } from "../e2e/ground/service";
import { archiveOf } from "./archive";
import { scrolled, type Frames, type Way } from "./frames";
import { objectOf } from "./object";

const [PROGRAMS, KERNELS] = [300, 1_000];
const LEAST_FPS = 50;
const LONGEST_ANSWER = 1_000;
/** Milliseconds between opening the page of a service just started and the drop: until then it rehearses. */
const SETTLING = 4_000;
const MOST_JAVASCRIPT = 200_000;
const VIEW = { width: 1280, height: 900 };
const WAYS: Way[] = [
  [9_000, 0],
  [0, 6_000],
  [-6_000, 0],
  [0, -4_000],
  [4_000, 2_000],
];

const EMPTY = `<!doctype html><style>body{margin:0}div{width:40000px;height:20000px}</style><div></div>`;

// What came over the wire for scripts since the page was opened, in bytes.
const LOADED = `performance.getEntriesByType("resource").filter(({ name }) => name.endsWith(".js"))
  .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0)`;

const archive = archiveOf(KERNELS);
const object = objectOf(PROGRAMS);
const data = mkdtempSync(join(tmpdir(), "relogrid-bench-"));
const service = await startService(data, "--archive", archive);
let broken = false;
try {
  const context = await (await browser()).newContext({ viewport: VIEW });
  const page = await context.newPage();
  await page.goto(`${service.url}/settings#token=${service.token}`);
  await page.getByRole("link", { name: "Relogrid" }).first().click();
  await page.waitForTimeout(SETTLING);
  const first = await dropped(page, object, basename(object));
  row(
    `from the drop to the first sentence, a new service's first object, ${SETTLING / 1_000} s after its page opened`,
    `${first.toFixed(0)} ms`,
    first <= LONGEST_ANSWER,
  );
  const alone = checked();
  row(
    "`relogrid check` of the same, the whole process",
    `${alone.toFixed(0)} ms; the browser took ${(first / alone).toFixed(2)} times that`,
  );
  const plain = await context.newPage();
  await plain.setContent(EMPTY);
  const ceiling = await scrolled(plain, WAYS);
  frames("an empty page, scrolled as far", ceiling);
  await plain.close();
  await page.bringToFront();
  const address = new URL(page.url()).pathname;
  for (const density of ["standard", "compact", "dense"]) {
    await page.goto(`${service.url}${address}?open=all&view=grid&density=${density}`);
    await page.waitForSelector(".grid-tiles canvas");
    await page.locator(".grid-scroll").scrollIntoViewIfNeeded();
    await page.evaluate(() => document.querySelector(".grid-scroll")?.scrollIntoView({ block: "end" }));
    await page.waitForTimeout(1_500);
    const found = await scrolled(page, within(await roomOf(page)));
    frames(`the grid, ${density}, ${await sizeOf(page)}`, found, found.fps >= LEAST_FPS);
    console.log(`|   of the empty page's | ${((100 * found.fps) / ceiling.fps).toFixed(0)} % |`);
  }
  const loaded = await page.evaluate<number>(LOADED);
  row("JavaScript this page loads, compressed", kilobytes(loaded), loaded > 0 && loaded <= MOST_JAVASCRIPT);
  row("JavaScript of all pages, compressed", kilobytes(javascript()));
} finally {
  await closeBrowser();
  await service.end();
  rmSync(data, { recursive: true, force: true });
}
process.exit(broken ? 1 : 0);

/** Milliseconds from the moment the page has the file until the sentence has been drawn. */
async function dropped(page: Page, file: string, name: string): Promise<number> {
  // As text: what compiles this file adds to functions what the page does not have.
  await page.evaluate(`
    document.addEventListener("change", () => (window.from = performance.now()), { capture: true, once: true });
    requestAnimationFrame(function look() {
      const words = document.querySelector("h1")?.textContent ?? "";
      const there = words.startsWith("${name} ") && /kernels?/.test(words);
      // Drawn is what the frame after this one shows.
      requestAnimationFrame(there ? () => (window.until = performance.now()) : look);
    });
    undefined`);
  await page.locator('input[type="file"]').first().setInputFiles(file);
  // Asked again and again from here: the content policy lets nobody wait inside the page.
  for (let left = 600; left > 0; left--) {
    const taken = await page.evaluate<number | null>("window.until === undefined ? null : window.until - window.from");
    if (taken !== null) return taken;
    await page.waitForTimeout(100);
  }
  throw new Error("the page did not say how the object stands within a minute");
}

/** Milliseconds until the command has said the same of the same object on the same kernels; median of three. */
function checked(): number {
  const times = [1, 2, 3].map(() => {
    const from = performance.now();
    const { status, stderr } = spawnSync("./relogrid", ["check", "--archive", archive, object], { cwd: ROOT });
    if (status !== 0 && status !== 1) throw new Error(`relogrid check ended with ${status}: ${String(stderr)}`);
    return performance.now() - from;
  });
  return times.sort((a, b) => a - b)[1]!;
}

function javascript(): number {
  const folder = join(TARGET, "dashboard/static/assets");
  const files = readdirSync(folder).filter((name) => name.endsWith(".js"));
  return files.reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, name)), { level: 9 }).length, 0);
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1_000).toFixed(0)} kB`;
}

function frames(what: string, { fps, gap, presented, seconds }: Frames, holds = true): void {
  const value = `${fps.toFixed(1)} fps, longest gap ${gap.toFixed(0)} ms (${presented} frames in ${seconds.toFixed(1)} s)`;
  row(what, value, holds);
}

function row(what: string, value: string, holds = true): void {
  console.log(`| ${what} | ${value}${holds ? "" : " **too slow**"} |`);
  if (!holds) broken = true;
}

/** How far the grid can be scrolled, in pixels to the right and down. */
async function roomOf(page: Page): Promise<Way> {
  return page.evaluate<Way>(`(({ scrollWidth, clientWidth, scrollHeight, clientHeight }) =>
    [scrollWidth - clientWidth, scrollHeight - clientHeight])(document.querySelector(".grid-scroll"))`);
}

// At the end of a short grid nothing moves, and a frame that nobody needs is not one that is late.
function within([right, down]: Way): Way[] {
  let [x, y] = [0, 0];
  return WAYS.map(([dx, dy]) => {
    const [fromX, fromY] = [x, y];
    [x, y] = [Math.min(Math.max(x + dx, 0), right), Math.min(Math.max(y + dy, 0), down)];
    return [x - fromX, y - fromY];
  });
}

async function sizeOf(page: Page): Promise<string> {
  const grid = page.getByRole("grid");
  const [rows, columns] = [await grid.getAttribute("aria-rowcount"), await grid.getAttribute("aria-colcount")];
  return `${rows} × ${columns}`;
}
