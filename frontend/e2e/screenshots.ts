/**
 * `npm run screenshots [-- NAME…]`: every page in three widths and both themes, and the report as it is printed in grey,
 * into target/screenshots/WIDTH-THEME/NAME.png, with index.html to look through them.
 */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { closeBrowser } from "./ground/browser";
import { TARGET } from "./ground/folders";
import type { Ground } from "./ground/ground";
import { places, type Place } from "./ground/places";
import { sheet } from "./ground/sheet";
import { stand } from "./ground/stand";
import { Tab } from "./ground/tab";

const WIDTHS = [360, 1280, 2560] as const;
const THEMES = ["light", "dark"] as const;
/** Enough to see how a long page goes on. */
const TALLEST = 4_000;
const AT_ONCE = 2;

const OUT = join(TARGET, "screenshots");

async function photograph(tab: Tab, folder: string, name: string): Promise<void> {
  const [width, height] = await tab.page.evaluate(() => [
    document.documentElement.clientWidth,
    document.documentElement.scrollHeight,
  ]);
  await tab.page.screenshot({
    path: join(OUT, folder, `${name}.png`),
    fullPage: true,
    clip: { x: 0, y: 0, width: width ?? 0, height: Math.min(height ?? 0, TALLEST) },
  });
}

async function everyTheme(tab: Tab, width: number, place: Place): Promise<void> {
  await tab.visit(place.url);
  for (const theme of THEMES) {
    await tab.page.emulateMedia({ colorScheme: theme });
    await photograph(tab, `${width}-${theme}`, place.name);
  }
}

async function printed(ground: Ground, all: readonly Place[]): Promise<void> {
  const tab = await Tab.open(ground.url, { width: 1280, token: ground.token });
  for (const place of all.filter((one) => one.path === "/objects/:sha")) {
    await tab.visit(place.url);
    await tab.page.emulateMedia({ media: "print" });
    await tab.page.evaluate(() => (document.documentElement.style.filter = "grayscale(1)"));
    await photograph(tab, "print-grey", place.name);
    await tab.page.emulateMedia({ media: "screen" });
  }
  await tab.close();
}

async function all(ground: Ground, wanted: readonly string[]): Promise<number> {
  const taken = places(ground.seed).filter(({ name }) => wanted.length === 0 || wanted.includes(name));
  const folders = [...WIDTHS.flatMap((width) => THEMES.map((theme) => `${width}-${theme}`)), "print-grey"];
  if (wanted.length === 0) rmSync(OUT, { recursive: true, force: true });
  for (const folder of folders) mkdirSync(join(OUT, folder), { recursive: true });
  const left = WIDTHS.flatMap((width) => taken.map((place) => ({ width, place })));
  const photographer = async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) {
      const tab = await Tab.open(ground.url, { width: next.width, token: ground.token });
      await everyTheme(tab, next.width, next.place);
      await tab.close();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, photographer));
  await printed(ground, taken);
  writeFileSync(
    join(OUT, "index.html"),
    sheet(
      folders,
      taken.map(({ name }) => name),
    ),
  );
  return taken.length;
}

const began = Date.now();
const { end, ...ground } = await stand();
try {
  const count = await all(ground, process.argv.slice(2));
  const seconds = Math.round((Date.now() - began) / 1000);
  process.stdout.write(`${count} pages in ${seconds} s: ${join(OUT, "index.html")}\n`);
} finally {
  await closeBrowser();
  await end();
}
