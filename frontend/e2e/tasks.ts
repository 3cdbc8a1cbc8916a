/**
 * `npm run tasks`: the five tasks somebody new is timed at, walked through by mouse and by keyboard in the real pages. Fails
 * when what a task asks for is not on the screen at its end.
 */
import { closeBrowser } from "./ground/browser";
import type { Ground } from "./ground/ground";
import { Hand, type Effort } from "./ground/hand";
import { stand } from "./ground/stand";
import { Tab } from "./ground/tab";
import { TASKS, type Task, type Way } from "./ground/tasks";

async function walk(ground: Ground, task: Task, way: Way): Promise<Effort> {
  const tab = await Tab.open(ground.url, { token: ground.token });
  try {
    await tab.visit(await task.from(ground));
    const hand = new Hand(tab.page);
    await task[way](hand, tab, ground);
    const effort = hand.effort();
    await task.shown(tab, ground);
    return effort;
  } finally {
    await tab.close();
  }
}

const { end, ...ground } = await stand();
try {
  const row = (...cells: string[]) => process.stdout.write(`| ${cells.join(" | ")} |\n`);
  row("task", "by", "clicks", "keystrokes", "machine's time", "somebody new has");
  row("---", "---", "--:", "--:", "--:", "--:");
  for (const task of TASKS) {
    for (const way of ["mouse", "keyboard"] as const) {
      const { clicks, keys, seconds } = await walk(ground, task, way);
      row(task.asks, way, String(clicks), String(keys), `${seconds.toFixed(1)} s`, `${task.allowed} s`);
    }
  }
} finally {
  await closeBrowser();
  await end();
}
