import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium, type BrowserServer } from "playwright-core";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

// Nothing of its own goes out, and each start has a profile of its own, which Playwright makes and removes.
const FLAGS = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Chromium, for everybody of this run: tests connect to it. */
export async function startBrowser(): Promise<BrowserServer> {
  return chromium.launchServer({ executablePath: browserPath(), headless: true, chromiumSandbox: false, args: FLAGS });
}

function browserPath(): string {
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
