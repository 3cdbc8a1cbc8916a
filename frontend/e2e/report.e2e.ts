import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { objectAddress, shortSha } from "@/app/routes";
import { drop } from "./ground/drop";
import { factsOf } from "./ground/facts";
import { sample } from "./ground/folders";
import { ground, tab } from "./ground/tabs";

const { objects } = ground.seed;

describe("the report", () => {
  it("answers a dropped file: which kernels break, why, and what to write instead", async () => {
    const file = sample("file_version");
    const sha = createHash("sha256").update(readFileSync(file)).digest("hex");
    const { page } = await tab();
    await page.goto("/");
    await page.getByText("Drop a bpf.o anywhere on this page").waitFor();
    await drop(page, file);

    await page.waitForURL(`**${objectAddress(sha)}`);
    const { worst, fail, builds } = await factsOf(sha);
    const heading = page.getByRole("heading", { level: 1 });
    await heading.getByText(`breaks on ${fail}`).waitFor();
    const card = page.getByRole("article").first();
    expect(await card.innerText()).toContain(`${builds} of`);
    expect(await card.innerText()).toContain("f_version");

    await card.getByRole("link", { name: "Explain" }).click();
    await page.waitForURL("**/relocations/*");
    await page.getByText("What does the code want?").waitFor();
    const order = await page.getByRole("heading", { level: 3 }).allInnerTexts();
    expect(order.slice(0, 4)).toEqual([
      "What does the code want?",
      "What do kernels have?",
      "Why is it reached?",
      "What to do?",
    ]);

    await page.getByRole("button", { name: "Copy fix" }).first().click();
    await page.getByRole("button", { name: "Copied" }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(worst.fix);
  });

  it("copies the fix from the cause's card, too", async () => {
    const { worst } = await factsOf(objects.ctime);
    const one = await tab();
    await one.visit(objectAddress(objects.ctime));
    await one.page.getByRole("button", { name: "Copy fix" }).first().click();
    await one.page.getByRole("button", { name: "Copied" }).waitFor();
    expect(await one.clipboard()).toBe(worst.fix);
  });

  it("is the same after a reload: everything chosen is in the address", async () => {
    const one = await tab();
    const { page } = one;
    await one.visit(objectAddress(objects.biosnoop));
    const all = await page.getByRole("heading", { level: 1 }).innerText();
    const fill = page.getByRole("textbox", { name: "Kernels", exact: true }).first();
    await fill.fill("debian 12 and amd64");
    await fill.press("Enter");
    await page.waitForURL("**targets=debian+12+and+amd64**");
    const heading = () => page.getByRole("heading", { level: 1 }).innerText();
    await expect.poll(heading).not.toBe(all);
    const before = await heading();
    await page.reload();
    await one.settled();
    expect(await fill.inputValue()).toBe("debian 12 and amd64");
    expect(await heading()).toBe(before);
  });

  it("goes back to what was asked before", async () => {
    const one = await tab();
    const { page } = one;
    await one.visit(objectAddress(objects.biosnoop));
    const all = await page.getByRole("heading", { level: 1 }).innerText();
    await page.getByRole("button", { name: "longterm" }).click();
    await page.waitForURL("**targets=lts**");
    const heading = () => page.getByRole("heading", { level: 1 }).innerText();
    // What was said before stays until there is an answer.
    await expect.poll(heading).not.toBe(all);
    await page.goBack();
    await expect.poll(heading).toBe(all);
    expect(new URL(page.url()).search).toBe("");
  });

  it("prints what counts, without what can only be pressed", async () => {
    const one = await tab();
    await one.visit(objectAddress(objects.ctime));
    await one.page.emulateMedia({ media: "print" });
    expect(await one.page.getByRole("heading", { level: 1 }).isVisible()).toBe(true);
    expect(await one.page.getByRole("article").first().isVisible()).toBe(true);
    expect(await one.page.getByRole("banner").isVisible()).toBe(false);
    expect(await one.page.getByRole("button", { name: "Copy link" }).isVisible()).toBe(false);
    expect(await one.page.locator(".no-print:visible").count()).toBe(0);
  });

  it("leads to text where there is no JavaScript", async () => {
    const { page } = await tab({ scripts: false });
    await page.goto(objectAddress(objects.ctime));
    await page.getByRole("link", { name: "this page as text" }).click();
    await page.waitForURL("**format=text**");
    const { fail } = await factsOf(objects.ctime);
    expect(await page.locator("body").innerText()).toContain(`breaks on ${fail}`);
  });

  it("compares two objects, chosen from a list", async () => {
    const one = await tab();
    const { page } = one;
    await one.visit(objectAddress(objects.ctimeFixed));
    await page.getByRole("button", { name: "Compare with…" }).click();
    const choices = page.getByRole("dialog");
    await choices
      .getByRole("listitem")
      .filter({ hasText: shortSha(objects.ctime) })
      .getByRole("link")
      .click();
    await page.waitForURL(`**/diff/${shortSha(objects.ctime)}...${shortSha(objects.ctimeFixed)}`);
    await one.settled();
    const { fail } = await factsOf(objects.ctime);
    expect(await page.getByRole("heading", { level: 1 }).innerText()).toContain(`${fail} kernels fixed`);
  });
});
