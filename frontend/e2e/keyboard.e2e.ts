import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { factsOf } from "./ground/facts";
import { ground, tab } from "./ground/tabs";

const { objects } = ground.seed;

/** Goes on with Tab until what has the focus is meant; it must be visible there. How many keys it took. */
async function tabTo(page: Page, name: RegExp): Promise<number> {
  for (let pressed = 1; pressed <= 80; pressed++) {
    await page.keyboard.press("Tab");
    const [says, outline] = await page.evaluate(() => {
      const at = document.activeElement;
      if (at === null || at === document.body) return ["", ""];
      return [at.getAttribute("aria-label") ?? at.textContent ?? "", getComputedStyle(at).outlineStyle];
    });
    if (!name.test((says ?? "").trim())) continue;
    expect(outline, `${name} shows its focus`).not.toBe("none");
    return pressed;
  }
  throw new Error(`Tab never comes to ${name}`);
}

describe("without a mouse", () => {
  it("one comes from the start page to the copied fix", async () => {
    const one = await tab();
    const { page } = one;
    await page.addInitScript(() => {
      // A click that a key brings about has no button of a mouse behind it: detail is 0.
      const count = (event: MouseEvent) => {
        if (event.detail > 0 || event.type !== "click") sessionStorage.setItem("mouse", event.type);
      };
      for (const type of ["mousedown", "mousemove", "pointerdown", "click"]) {
        window.addEventListener(type, count as EventListener, true);
      }
    });
    await one.visit("/");
    // The search box by its key; what has the very name is gone to at once; its first cause; its fix.
    await page.keyboard.press("/");
    await page.keyboard.type("ctime.bpf.o");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/objects/*");
    await one.settled();
    await tabTo(page, /^Copy fix$/);
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Copied" }).waitFor();
    expect(await one.clipboard()).toBe((await factsOf(objects.ctime)).worst.fix);
    expect(await page.evaluate(() => sessionStorage.getItem("mouse")), "an event of a mouse").toBeNull();
  });

  it("the page itself is one key away", async () => {
    const one = await tab();
    await one.visit("/objects");
    await one.page.keyboard.press("Tab");
    await one.page.getByRole("link", { name: "Skip to the page" }).press("Enter");
    expect(await one.page.evaluate(() => document.activeElement?.id)).toBe("main");
  });

  it("the list of keys is behind the question mark, and Escape closes it", async () => {
    const one = await tab();
    await one.visit("/objects");
    await one.page.keyboard.press("?");
    const help = one.page.getByRole("dialog");
    await help.waitFor();
    expect(await help.innerText()).toContain("next cell that breaks");
    await one.page.keyboard.press("Escape");
    await help.waitFor({ state: "hidden" });
  });

  it("single keys can be switched off", async () => {
    const one = await tab();
    const { page } = one;
    await one.visit("/settings");
    await page.getByRole("checkbox", { name: /key/i }).uncheck();
    await one.visit("/objects");
    await page.keyboard.press("/");
    expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe("INPUT");
  });
});
