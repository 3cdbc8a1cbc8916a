import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { objectAddress } from "@/app/routes";
import { sample } from "./ground/folders";
import { ownService } from "./ground/own";
import { Rest } from "./ground/rest";
import { tab } from "./ground/tabs";

// A service of its own, whose archive is there and has no kernel.
const own = ownService((folder) => {
  const archive = join(folder, "archive");
  mkdirSync(archive);
  writeFileSync(join(archive, "catalog.json"), JSON.stringify({ format: 2, packs: [], kernels: [] }));
  return ["--archive", archive, "--relogrid.sample=false"];
});

it("gives the command that fills it, wherever kernels would be", async () => {
  const service = own();
  const sha = await new Rest(service.url, service.token).upload(sample("ctime"));
  const one = await tab({ token: service.token }, service.url);
  for (const address of [objectAddress(sha), "/kernels", "/archive"]) {
    await one.visit(address);
    const main = one.page.getByRole("main");
    await main.getByText("The archive has no kernels.").waitFor();
    expect(await main.getByText("relogrid archive sync debian").count(), address).toBeGreaterThan(0);
  }
  await one.visit(objectAddress(sha));
  expect(await one.page.getByRole("heading", { level: 1 }).innerText()).toBe("ctime.bpf.o was held against no kernel");
  expect(await one.page.getByRole("grid").count()).toBe(0);
});
