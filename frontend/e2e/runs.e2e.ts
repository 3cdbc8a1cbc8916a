import { describe, expect, it } from "vitest";
import { objectAddress } from "@/app/routes";
import { ground, rest, tab } from "./ground/tabs";
import type { Schema } from "@/api/schema-names";

const { objects, bootable } = ground.seed;

describe("a run", () => {
  it("boots a real kernel, followed live from the report to its end", async () => {
    const one = await tab();
    const { page } = one;
    await one.visit(objectAddress(objects.guarded));
    await page.getByText("Boot this on…").click();
    await page.getByRole("textbox", { name: "Kernels" }).last().fill(bootable);
    const stream = page.waitForResponse((answer) => answer.url().endsWith("/events"));
    await page.getByRole("button", { name: "Boot them" }).click();
    await page.waitForURL("**/runs/*");
    expect((await stream).headers()["content-type"]).toContain("text/event-stream");
    // It has not ended yet: what follows comes by itself.
    await page.getByRole("button", { name: /Call it off|Cancel/ }).waitFor();
    await page.getByRole("heading", { name: "What booted kernels said" }).waitFor({ timeout: 120_000 });
    await page.getByRole("link", { name: "Report of the object" }).waitFor({ timeout: 120_000 });
    const id = new URL(page.url()).pathname.split("/").at(-1);
    const run = await rest.get<Schema<"RunView">>(`/api/v1/runs/${id}`);
    expect(run.state).toBe("done");
    expect(await page.getByText("1 of 1 kernels").first().isVisible()).toBe(true);

    await page.getByRole("link", { name: "Report of the object" }).click();
    await page.getByRole("heading", { name: "Booted", exact: true }).waitFor();
    expect(await page.getByRole("main").innerText()).toContain(bootable);
  }, 180_000);
});
