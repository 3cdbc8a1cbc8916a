import { objectAddress } from "@/app/routes";
import type { Schema } from "@/api/schema-names";
import { drop } from "./drop";
import { sample } from "./folders";
import { gate } from "./gate";
import type { Ground } from "./ground";
import type { Hand } from "./hand";
import { Rest } from "./rest";
import type { Tab } from "./tab";

export type Way = "mouse" | "keyboard";

/** One task: where it begins, how it is done in either way, and what has to be on the screen then. */
export interface Task {
  asks: string;
  /** Seconds that somebody new has for it. */
  allowed: number;
  from(ground: Ground): Promise<string> | string;
  mouse(hand: Hand, tab: Tab, ground: Ground): Promise<void>;
  keyboard(hand: Hand, tab: Tab, ground: Ground): Promise<void>;
  shown(tab: Tab, ground: Ground): Promise<void>;
}

/** What is in sight without scrolling must have these words. */
async function inSight(tab: Tab, ...words: string[]): Promise<void> {
  for (const word of words) {
    const all = await tab.page.getByText(word).all();
    const seen = await Promise.all(
      all.map(async (one) => {
        const box = await one.boundingBox();
        const { height } = tab.page.viewportSize() ?? { height: 0 };
        return box !== null && box.y < height && box.y + box.height > 0;
      }),
    );
    if (!seen.includes(true)) throw new Error(`not in sight at the end: ${word}`);
  }
}

function matrixOf(ground: Ground): Promise<Schema<"Matrix">> {
  const rest = new Rest(ground.url, ground.token);
  return rest.get<Schema<"Matrix">>(`/api/v1/objects/${ground.seed.objects.ctime}/matrix`);
}

async function worst(ground: Ground): Promise<Schema<"Cause">> {
  const [cause] = (await matrixOf(ground)).causes;
  if (cause === undefined) throw new Error("the object has no cause");
  return cause;
}

const report = (ground: Ground) => objectAddress(ground.seed.objects.ctime);

const findWhichBreak: Task = {
  asks: "find which kernels break",
  allowed: 10,
  from: () => "/",
  mouse: async (hand, tab) => {
    await drop(tab.page, sample("ctime"));
    hand.dropped();
    await tab.page.getByText("Breaks on").first().waitFor();
  },
  keyboard: async (hand, tab) => {
    await hand.press("/");
    await hand.type("ctime.bpf.o");
    await hand.press("Enter");
    await tab.page.getByText("Breaks on").first().waitFor();
  },
  shown: async (tab, ground) => {
    const { counts } = await matrixOf(ground);
    await inSight(tab, `breaks on ${counts.broken}`, "6.12 and later");
  },
};

const sayWhy: Task = {
  asks: "say why",
  allowed: 20,
  from: report,
  mouse: async (hand, tab) => {
    await hand.click(tab.page.getByRole("link", { name: "Explain" }).first());
    await tab.page.getByText("What does the code want?").first().waitFor();
  },
  keyboard: async (hand, tab) => {
    await hand.tabTo(/^Explain$/);
    await hand.press("Enter");
    await tab.page.getByText("What does the code want?").first().waitFor();
  },
  shown: async (tab, ground) => {
    const cause = await worst(ground);
    await inSight(tab, cause.has[0] ?? "", `${cause.place?.file?.replace(/^\.\//, "")}:${cause.place?.line}`);
  },
};

const sayWhetherGuarded: Task = {
  asks: "say whether the guard covers it",
  allowed: 20,
  from: report,
  mouse: async (hand, tab) => {
    await hand.click(tab.page.getByRole("link", { name: "Explain" }).first());
    await tab.page.getByText("Why is it reached?").first().waitFor();
  },
  keyboard: async (hand, tab) => {
    await hand.tabTo(/^Explain$/);
    await hand.press("Enter");
    await tab.page.getByText("Why is it reached?").first().waitFor();
  },
  shown: async (tab, ground) => inSight(tab, (await worst(ground)).why[0] ?? ""),
};

const pasteTheFix: Task = {
  asks: "paste the fix",
  allowed: 30,
  from: report,
  mouse: async (hand, tab) => {
    await hand.click(tab.page.getByRole("button", { name: "Copy fix" }).first());
    await tab.page.getByRole("button", { name: "Copied" }).waitFor();
  },
  keyboard: async (hand, tab) => {
    await hand.tabTo(/^Copy fix$/);
    await hand.press("Enter");
    await tab.page.getByRole("button", { name: "Copied" }).waitFor();
  },
  shown: async (tab, ground) => {
    if ((await tab.clipboard()) !== (await worst(ground)).fix) throw new Error("the clipboard has not the fix");
  },
};

export const TASKS: readonly Task[] = [findWhichBreak, sayWhy, sayWhetherGuarded, pasteTheFix, gate];
