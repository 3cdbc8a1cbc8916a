import type { BrowserContext, Page, Request } from "playwright-core";
import { browser } from "./browser";

export interface Look {
  width?: number;
  theme?: "light" | "dark";
  /** Whoever has one is signed in. */
  token?: string;
  /** Without JavaScript when false. */
  scripts?: boolean;
}

const HEIGHTS: Record<number, number> = { 360: 740, 1280: 800, 2560: 1440 };

/** A tab of a browser that nobody used before, and what went wrong in it. */
export class Tab {
  /** What the console called an error, what failed to load, what a page threw. */
  readonly faults: string[] = [];
  private readonly waited = new Set<Request>();

  private constructor(
    readonly url: string,
    readonly context: BrowserContext,
    readonly page: Page,
  ) {
    page.on("console", (message) => {
      if (message.type() === "error") this.faults.push(`console: ${message.text()} (${message.location().url})`);
    });
    page.on("pageerror", (error) => this.faults.push(`thrown: ${error.message}`));
    page.on("request", (request) => {
      if (request.resourceType() !== "eventsource" && !request.url().endsWith("/events")) this.waited.add(request);
    });
    page.on("requestfinished", (request) => this.waited.delete(request));
    page.on("requestfailed", (request) => {
      this.waited.delete(request);
      const why = request.failure()?.errorText ?? "";
      // What a page no longer wants when it is left.
      if (why !== "net::ERR_ABORTED") this.faults.push(`request: ${request.url()} ${why}`);
    });
  }

  static async open(url: string, look: Look = {}): Promise<Tab> {
    const width = look.width ?? 1280;
    const origins =
      look.token === undefined ? [] : [{ origin: url, localStorage: [{ name: "relogrid.token", value: look.token }] }];
    const context = await (
      await browser()
    ).newContext({
      viewport: { width, height: HEIGHTS[width] ?? 800 },
      colorScheme: look.theme ?? "light",
      reducedMotion: "reduce",
      javaScriptEnabled: look.scripts ?? true,
      baseURL: url,
      storageState: { cookies: [], origins },
      permissions: ["clipboard-read", "clipboard-write"],
    });
    context.setDefaultTimeout(15_000);
    return new Tab(url, context, await context.newPage());
  }

  /** Goes to a page, and waits until it shows what it is about. */
  async visit(address: string): Promise<void> {
    await this.page.goto(address);
    await this.settled();
  }

  /** Until nothing is on its way any more and the page waits for nothing. */
  async settled(): Promise<void> {
    await this.page.locator("main h1").first().waitFor();
    for (;;) {
      await Promise.all([...this.waited].map((request) => request.response().then((answer) => answer?.finished())));
      await this.page.waitForFunction(() => !/Waiting for/.test(document.querySelector("main")?.innerText ?? ""));
      // What an answer brings forth is asked for within two frames.
      await this.page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
      if (this.waited.size === 0) return;
    }
  }

  clipboard(): Promise<string> {
    return this.page.evaluate(() => navigator.clipboard.readText());
  }

  async close(): Promise<void> {
    await this.context.close();
  }
}
