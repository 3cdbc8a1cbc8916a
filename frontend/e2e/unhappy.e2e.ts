import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { objectAddress } from "@/app/routes";
import { drop } from "./ground/drop";
import { sample } from "./ground/folders";
import { ground, tab } from "./ground/tabs";

const { objects } = ground.seed;

/** A file that is not what it should be, for as long as `use` takes. */
async function withFile(name: string, bytes: Uint8Array, use: (file: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "relogrid-e2e-"));
  try {
    writeFileSync(join(folder, name), bytes);
    await use(join(folder, name));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe("what is not as it should be is said in a sentence, with one thing to do", () => {
  it("an object without BTF: the line that compiles it with", async () => {
    const one = await tab();
    await one.visit(objectAddress(objects.noBtf));
    await one.page.getByText("This object has no BTF").waitFor();
    expect(await one.page.getByRole("main").innerText()).toMatch(/clang -g -O2 -target bpf/);
  });

  it("an object without relocations: a pass, and said so", async () => {
    const one = await tab();
    await one.visit(objectAddress(objects.noRelos));
    await one.page.getByText("It makes no assumptions about kernel layouts; nothing to relocate.").waitFor();
    expect(await one.page.getByRole("main").innerText()).toContain("That is a pass");
  });

  it("a query that means no kernel: the nearest that would, one press away", async () => {
    const one = await tab();
    await one.visit(`${objectAddress(objects.ctime)}?targets=debian+12+and+arch:riscv64`);
    await one.page.getByRole("alert").first().waitFor();
    await one.page.getByRole("button", { name: /^Use / }).click();
    await one.page.waitForURL((url) => url.searchParams.get("targets") === "arch:riscv64");
    await one.page.getByRole("article").first().waitFor();
  });

  it("a damaged upload: section, offset, expected and found", async () => {
    await withFile("cut.bpf.o", readFileSync(sample("ctime")).subarray(0, 3000), async (file) => {
      const one = await tab();
      await one.visit("/");
      await drop(one.page, file);
      const problem = one.page.getByRole("alert");
      await problem.waitFor();
      const said = await problem.innerText();
      for (const fact of ["offset", "expected", "found"]) expect(said).toContain(fact);
    });
  });

  it("a file that is no object at all", async () => {
    await withFile("notes.txt", Buffer.from("a shopping list, not an object"), async (file) => {
      const one = await tab();
      await one.visit("/");
      await drop(one.page, file);
      await one.page.getByRole("alert").waitFor();
      expect(await one.page.getByRole("alert").innerText()).toContain("ELF");
    });
  });

  it("an address that leads nowhere: a search with the path in it", async () => {
    const one = await tab();
    await one.visit("/objekts/ctime");
    const box = one.page.getByRole("main").getByRole("searchbox");
    await box.waitFor();
    expect(await box.inputValue()).toContain("ctime");
  });

  it("an object nobody has: a search with its name in it", async () => {
    const one = await tab();
    await one.visit("/objects/abcdef012345");
    const box = one.page.getByRole("main").getByRole("searchbox");
    expect(await box.inputValue()).toBe("abcdef012345");
  });

  it("a search that finds nothing", async () => {
    const one = await tab();
    await one.visit("/search?q=nothing-of-this-name");
    expect(await one.page.getByRole("main").innerText()).toContain("nothing-of-this-name");
  });

  it("a filter that hides everything: how much there is, and a way back", async () => {
    const one = await tab();
    await one.visit(`${objectAddress(objects.ctime)}?q=distro%3Aplan9`);
    await one.page.getByText(/^0 of \d+ kernels shown\.$/).waitFor();
    await one.page.getByRole("button", { name: "Clear filter" }).click();
    await one.page.waitForURL((url) => !url.searchParams.has("q"));
    await one.page.getByRole("grid").waitFor();
  });
});
