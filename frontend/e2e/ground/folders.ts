import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's folder: the launcher is here. */
export const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
export const TARGET = join(ROOT, "target");

/** An object of our own, `src/test/bpf/samples/NAME.bpf.o`. */
export function sample(name: string): string {
  const file = join(ROOT, "src/test/bpf/samples", `${name}.bpf.o`);
  if (!existsSync(file)) throw new Error(`no sample ${file}`);
  return file;
}

/** An object that somebody ships: the one of the corpus whose name has all these words. */
export function shipped(...words: string[]): string {
  const folder = join(TARGET, "corpus/objects");
  const names = existsSync(folder) ? readdirSync(folder).sort() : [];
  const name = names.find((one) => words.every((word) => one.includes(word)));
  if (name === undefined) {
    throw new Error(`target/corpus/objects has none of ${words.join(", ")}: run ci/fetch-corpus objects`);
  }
  return join(folder, name);
}

export interface BootableKernel {
  id: string;
  vmlinuz: string;
  config: string;
  modules: string;
}

/** The kernel that BootTest boots, as ci/fetch-corpus left it. */
export function bootableKernel(): BootableKernel {
  const suite = join(TARGET, "corpus/kernels/bookworm/amd64");
  const release = existsSync(suite) ? readdirSync(suite)[0] : undefined;
  if (release === undefined) throw new Error("target/corpus/kernels has no kernel: run ci/fetch-corpus kernels");
  const folder = join(suite, release);
  return {
    id: `debian/bookworm/amd64/${release}`,
    vmlinuz: join(folder, "vmlinuz"),
    config: join(folder, "config"),
    modules: join(folder, "modules"),
  };
}

/** A folder of this run's own; whoever asked for it calls `gone` when nothing writes there any more. */
export function temporaryFolder(): { folder: string; gone(): void } {
  const folder = mkdtempSync(join(tmpdir(), "relogrid-e2e-"));
  return { folder, gone: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }) };
}
