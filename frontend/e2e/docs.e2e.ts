import { describe, it } from "vitest";
import { tab } from "./ground/tabs";

describe("what words mean", () => {
  it("is a page for each cause, with an example and what to do", async () => {
    const one = await tab();
    await one.visit("/docs/verdicts");
    await one.page.getByRole("link", { name: "FIELD_RENAMED" }).first().click();
    await one.page.getByRole("heading", { level: 2, name: "Example" }).waitFor();
  });

  it("is a page for each problem of the interface", async () => {
    const one = await tab();
    await one.visit("/docs/problems");
    await one.page.getByRole("link", { name: "bad_targets" }).click();
    await one.page.getByRole("heading", { level: 2, name: "The target query is not understood" }).waitFor();
    await one.page.getByText("HTTP 400").waitFor();
  });
});
