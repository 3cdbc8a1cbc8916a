import { describe, expect, it } from "vitest";
import { objectAddress } from "@/app/routes";
import { ground, tab } from "./ground/tabs";

const { objects, newer } = ground.seed;

describe("the grid", () => {
  it("shows what is searched for, has it in its address, and again after coming back", async () => {
    const one = await tab();
    const { page } = one;
    await one.visit(objectAddress(objects.biosnoop));
    await page.getByRole("searchbox", { name: "Filter" }).fill("verdict:broken suite:trixie");
    await page.waitForURL((url) => url.searchParams.get("q") === "verdict:broken suite:trixie");
    const count = page.getByText(/^\d+ of 621 kernels, .*shown$/).first();
    await count.waitFor();
    const before = await count.innerText();
    await page.getByRole("link", { name: "Explain" }).first().click();
    await page.waitForURL(/relocations|causes/);
    await one.settled();
    await page.goBack();
    await one.settled();
    expect(await page.getByRole("searchbox", { name: "Filter" }).inputValue()).toBe("verdict:broken suite:trixie");
    await count.waitFor();
    expect(await count.innerText()).toBe(before);
  });

  it("is walked by keys: a cell opens, says why, and gives the focus back", async () => {
    const one = await tab();
    const { page } = one;
    await one.visit(objectAddress(objects.ctime));
    await page.getByRole("grid").focus();
    await page.keyboard.press("n");
    const cell = () =>
      page.evaluate(() => {
        const grid = document.activeElement;
        const id = grid?.getAttribute("aria-activedescendant");
        const at = id ? document.getElementById(id) : grid;
        return at?.getAttribute("aria-label") ?? at?.textContent ?? "";
      });
    const first = await cell();
    expect(first).toMatch(/breaks/);
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => url.searchParams.has("cell"));
    await page.getByRole("complementary").getByText("i_ctime").first().waitFor();
    await page.keyboard.press("Escape");
    await page.waitForURL((url) => !url.searchParams.has("cell"));
    expect(await cell()).toBe(first);
  });

  it("opens the cell an address names", async () => {
    const one = await tab();
    await one.visit(objectAddress(objects.ctime, { cell: `on_open@${newer}` }));
    const drawer = one.page.getByRole("complementary");
    await drawer.waitFor();
    expect(await drawer.innerText()).toContain("breaks");
  });

  it("is a list for whoever wants one, with the same facts", async () => {
    const one = await tab();
    const { page } = one;
    await one.visit(objectAddress(objects.ctime));
    await page.getByRole("button", { name: "View as list" }).click();
    await page.waitForURL((url) => url.searchParams.get("view") === "list");
    await page.getByRole("heading", { name: "By cause" }).waitFor();
    expect(await page.getByRole("main").innerText()).toContain("i_ctime");
  });
});
