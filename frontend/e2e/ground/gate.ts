import { execFile } from "node:child_process";
import { ROOT } from "./folders";
import type { Ground } from "./ground";
import type { Hand } from "./hand";
import type { Tab } from "./tab";
import type { Task } from "./tasks";

/** What continuous integration runs for a pull request: the step that the project's page gives, and how it ends. */
function push(ground: Ground, ref: string, object: string): Promise<number> {
  const env = {
    ...process.env,
    RELOGRID_URL: ground.url,
    RELOGRID_TOKEN: ground.token,
    RELOGRID_PROJECT: ground.seed.project,
    RELOGRID_REF: ref,
    RELOGRID_AGAINST: "main",
  };
  return new Promise((resolve) => {
    const file = `src/test/bpf/samples/${object}.bpf.o`;
    const child = execFile("ci/push", [file], { cwd: ROOT, env }, () => resolve(child.exitCode ?? -1));
  });
}

/** A pull request that breaks kernels is stopped, one that does not is let through, and the project's page has both. */
async function bothWays(hand: Hand, tab: Tab, ground: Ground, way: "mouse" | "keyboard"): Promise<void> {
  const open = async (name: RegExp) => {
    const link = tab.page.getByRole("main").getByRole("link", { name }).first();
    await link.waitFor();
    if (way === "mouse") return hand.click(link);
    await hand.tabTo(name);
    return hand.press("Enter");
  };
  const stopped = await push(ground, `pull/${way}-7`, "file_version");
  if (stopped !== 1) throw new Error(`ci/push let file_version.bpf.o through: it ended with ${stopped}`);
  const through = await push(ground, `pull/${way}-8`, "ctime_fixed");
  if (through !== 0) throw new Error(`ci/push stopped ctime_fixed.bpf.o: it ended with ${through}`);
  await tab.page.reload();
  await tab.settled();
  await open(new RegExp(`^pull/${way}-7`));
  await tab.page.waitForURL(`**/pull~${way}-7`);
  await tab.settled();
}

export const gate: Task = {
  asks: "gate a pull request",
  allowed: 180,
  from: ({ seed }) => `/projects/${seed.project}`,
  mouse: (hand, tab, ground) => bothWays(hand, tab, ground, "mouse"),
  keyboard: (hand, tab, ground) => bothWays(hand, tab, ground, "keyboard"),
  shown: async ({ page }) => {
    const heading = await page.getByRole("main").innerText();
    if (!/✗ No\b/.test(heading)) throw new Error("the ref's page does not say that it may not go out");
  },
};
