import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium, type Browser } from "playwright-core";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

// Nothing of its own goes out. Each start has a profile of its own, which Playwright makes and removes.
const FLAGS = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

let started: Promise<Browser> | undefined;

/** This process's Chromium; it has a clipboard of its own. */
export function browser(): Promise<Browser> {
  started ??= chromium.launch({ executablePath: browserPath(), headless: true, chromiumSandbox: false, args: FLAGS });
  return started;
}

export async function closeBrowser(): Promise<void> {
  await (await started)?.close();
  started = undefined;
}

/** Where Chromium is; the reason in one sentence when it is nowhere. */
export function browserPath(): string {
  const named = process.env.RELOGRID_CHROMIUM;
  if (named !== undefined && named !== "") return named;
  for (const name of NAMES) {
    for (const folder of (process.env.PATH ?? "").split(delimiter)) {
      const file = join(folder, name);
      if (isProgram(file)) return file;
    }
  }
  throw new Error("no Chromium found: run ci/setup, or name one in RELOGRID_CHROMIUM");
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
