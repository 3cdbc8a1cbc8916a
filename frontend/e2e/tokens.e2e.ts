import { describe, expect, it } from "vitest";
import { drop } from "./ground/drop";
import { sample } from "./ground/folders";
import { ground, tab } from "./ground/tabs";

describe("a token", () => {
  it("is made by an admin, shown once, and good for an upload by somebody who had none", async () => {
    const admin = await tab();
    await admin.visit("/settings/tokens");
    await admin.page.getByRole("textbox", { name: "Name" }).fill("for a colleague");
    await admin.page.getByRole("button", { name: "Make the token" }).click();
    await admin.page.getByRole("status").filter({ hasText: "for a colleague is made" }).waitFor();
    await admin.page.getByRole("button", { name: "Copy", exact: true }).click();
    await admin.page.getByRole("button", { name: "Copied" }).waitFor();
    const secret = await admin.clipboard();
    expect(secret).toMatch(/^rlg_/);
    await admin.page.reload();
    await admin.settled();
    expect(await admin.page.getByRole("main").innerText()).toContain("for a colleague");
    expect(await admin.page.getByRole("main").innerText()).not.toContain(secret);

    const colleague = await tab({ token: undefined });
    await colleague.visit("/");
    await drop(colleague.page, sample("on_cpu"));
    const field = colleague.page.getByRole("textbox", { name: "Token" });
    await field.fill(secret);
    await field.press("Enter");
    await colleague.page.waitForURL("**/objects/*");
    await colleague.page.getByRole("heading", { level: 1, name: /on_cpu/ }).waitFor();
  });

  it("that is wrong is refused with a sentence, and not kept", async () => {
    const one = await tab({ token: undefined });
    await one.visit("/settings");
    await one.page.getByRole("textbox", { name: "Token" }).fill("rlg_notAToken0notAToken0notAToken0notAToken0123");
    await one.page.getByRole("button", { name: "Sign in" }).click();
    await one.page.getByRole("alert").first().waitFor();
    expect(await one.page.evaluate(() => localStorage.getItem("relogrid.token"))).toBeNull();
  });

  it("in an address signs in, and does not stay there", async () => {
    const one = await tab({ token: undefined });
    await one.visit(`/settings#token=${ground.token}`);
    expect(one.page.url()).not.toContain(ground.token);
    await one.page.getByText("first admin").waitFor();
  });
});
