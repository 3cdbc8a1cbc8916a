import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { objectAddress } from "@/app/routes";
import { sample } from "./ground/folders";
import { ownService } from "./ground/own";
import { Rest } from "./ground/rest";
import { tab } from "./ground/tabs";

// A service of its own: with nothing in it, nobody to boot kernels, and ended while a page is open.
const own = ownService((folder) => {
  const images = join(folder, "images");
  mkdirSync(images);
  return ["--role", "web,matrix", "--images", images, "--relogrid.sample=false"];
});

describe("a service with nothing in it", () => {
  it("says what to do first, on every list", async () => {
    const service = own();
    const one = await tab({ token: service.token }, service.url);
    await one.visit("/");
    expect(await one.page.getByRole("main").innerText()).toContain("No objects yet");
    await one.page.getByText("Drop a bpf.o anywhere on this page").waitFor();
    for (const address of ["/objects", "/projects", "/runs", "/events", "/agreement"]) {
      await one.visit(address);
      const { page, faults } = one;
      expect(await page.locator("main .notice").count(), `${address} says why it is empty`).toBeGreaterThan(0);
      expect(await page.locator("main [role=alert]").count(), `${address} has no problem`).toBe(0);
      // The start page asks for the project whose objects it would offer to try.
      const others = faults.filter((fault) => !fault.includes("/projects/sample/"));
      expect(others, `${address}: console, content policy, requests`).toEqual([]);
    }
  });

  it("leaves the last report when it is gone, and marks it", async () => {
    const service = own();
    const sha = await new Rest(service.url, service.token).upload(sample("ctime"));
    const one = await tab({ token: service.token }, service.url);
    await one.page.clock.install();
    await one.visit(objectAddress(sha));
    const headline = await one.page.getByRole("heading", { level: 1 }).innerText();
    await service.end();
    // Somebody comes back to the tab a minute later: the page asks anew.
    await one.page.clock.fastForward("01:00");
    await one.page.evaluate(() => window.dispatchEvent(new Event("visibilitychange")));
    await one.page
      .getByText(/cannot be reached/)
      .first()
      .waitFor();
    expect(await one.page.getByRole("article").first().isVisible()).toBe(true);
    expect(await one.page.getByRole("heading", { level: 1 }).innerText()).toBe(headline);
    expect(headline).toContain("breaks on");
  });
});
