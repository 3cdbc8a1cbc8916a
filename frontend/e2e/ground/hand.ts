import type { Locator, Page } from "playwright-core";

/** What a task took. */
export interface Effort {
  clicks: number;
  keys: number;
  seconds: number;
}

/** A hand on the mouse and one on the keyboard; everything they do is counted. */
export class Hand {
  private clicks = 0;
  private keys = 0;
  private readonly began = performance.now();

  constructor(readonly page: Page) {}

  async click(on: Locator): Promise<void> {
    await on.click();
    this.clicks++;
  }

  async press(key: string): Promise<void> {
    await this.page.keyboard.press(key);
    this.keys++;
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
    this.keys += text.length;
  }

  /** Tab after Tab until what is called so has the focus. */
  async tabTo(name: RegExp): Promise<void> {
    for (let pressed = 0; pressed < 100; pressed++) {
      await this.press("Tab");
      const says = await this.page.evaluate(() => {
        const at = document.activeElement;
        return at === null || at === document.body ? "" : (at.getAttribute("aria-label") ?? at.textContent ?? "");
      });
      if (name.test(says.trim())) return;
    }
    throw new Error(`Tab never comes to ${name}`);
  }

  /** A file dragged from elsewhere is a press, a way and a release: one click's worth. */
  dropped(): void {
    this.clicks++;
  }

  effort(): Effort {
    return { clicks: this.clicks, keys: this.keys, seconds: (performance.now() - this.began) / 1000 };
  }
}
