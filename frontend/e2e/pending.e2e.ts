import { expect, it } from "vitest";
import { objectAddress } from "@/app/routes";
import { sample } from "./ground/folders";
import { ownService } from "./ground/own";
import { Rest } from "./ground/rest";
import { tab } from "./ground/tabs";

// A service of its own that judges nothing while somebody waits, and has no node that does so later.
const own = ownService(() => ["--role", "web", "--relogrid.runs.at-once=0", "--relogrid.sample=false"]);

it("says how far an answer is that takes longer, and why there will be none", async () => {
  const service = own();
  const rest = new Rest(service.url, service.token);
  const sha = await rest.upload(sample("ctime"));
  const one = await tab({ token: service.token }, service.url);
  const { page } = one;
  await page.goto(service.url + objectAddress(sha));
  const status = page.getByRole("main").getByRole("status").filter({ hasText: "Being held against kernels" });
  await status.waitFor();
  expect(await status.innerText()).toMatch(/Being held against kernels: .+/);
  expect(await page.getByRole("heading", { level: 1 }).innerText()).toContain("ctime.bpf.o");
  const run = (await page.getByRole("link", { name: "The run" }).getAttribute("href")) ?? "";
  await rest.call("DELETE", `/api/v1${run}`);
  await page.getByText("The run ended without an answer.").waitFor();
});
