import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT, TARGET } from "../e2e/ground/folders";

interface Row {
  id: string;
  distro: string;
  suite: string;
  arch: string;
  release: string;
}

/** Kernels whose types are given other names, oldest to newest. */
const MODELS = 8;

/**
 * An archive of `count` kernels: the shipped one, and some of its kernels once more under other names. Their BTF is as real
 * as before, and packed like that of all others.
 */
export function archiveOf(count: number): string {
  const made = join(TARGET, "bench", `archive-${count}`);
  if (existsSync(made)) return made;
  const shipped = join(ROOT, "btf-archive");
  const making = `${made}.new`;
  rmSync(making, { recursive: true, force: true });
  mkdirSync(join(TARGET, "bench"), { recursive: true });
  cpSync(shipped, making, { recursive: true });
  const ids = listed(shipped);
  // All kernels of these machines have BTF, and are of this byte order.
  const fit = ids.filter((id) => /\/(amd64|arm64)\//.test(id));
  const models = Array.from({ length: MODELS }, (_, nth) => fit[Math.floor(((nth + 0.5) * fit.length) / MODELS)]!);
  models.forEach((id, nth) => {
    const file = join(TARGET, "bench", "types.btf");
    relogrid("archive", "export", id, "--archive", shipped, "-o", file);
    relogrid("archive", "add", "--archive", making, "--no-symbols", "--id", nameOf(id, nth), file);
    rmSync(file);
  });
  multiply(join(making, "catalog.json"), count - ids.length);
  // As archives are kept: kernels that have files of their own are read one by one.
  relogrid("archive", "pack", "--archive", making);
  if (listed(making).length !== count) throw new Error(`the archive made for the bench has not ${count} kernels`);
  renameSync(making, made);
  return made;
}

// `debian/bench3/amd64/6.12.57+bench0-amd64`: a suite for each model, a release for each copy.
function nameOf(id: string, nth: number, copy = 0): string {
  const [distro, , arch, release = ""] = id.split("/");
  return `${distro}/bench${nth}/${arch}/${release.replace("-", `+bench${copy}-`)}`;
}

function multiply(catalog: string, wanted: number): void {
  const content = JSON.parse(readFileSync(catalog, "utf8")) as { kernels: Row[] };
  const rows = [...content.kernels];
  for (let copy = 1; rows.length < wanted; copy++) {
    for (const row of content.kernels) {
      if (rows.length === wanted) break;
      const release = row.release.replace("+bench0-", `+bench${copy}-`);
      rows.push({ ...row, release, id: `${row.distro}/${row.suite}/${row.arch}/${release}` });
    }
  }
  const order = new Intl.Collator("en", { numeric: true });
  rows.sort((a, b) => order.compare(a.suite, b.suite) || order.compare(a.release, b.release));
  writeFileSync(catalog, JSON.stringify({ ...content, kernels: rows }));
}

function listed(archive: string): string[] {
  const { kernels } = JSON.parse(relogrid("kernels", "--archive", archive, "--format", "json")) as {
    kernels: { id: string }[];
  };
  return kernels.map((kernel) => kernel.id);
}

export function relogrid(...words: string[]): string {
  return execFileSync("./relogrid", words, { cwd: ROOT, encoding: "utf8", maxBuffer: 1 << 28 });
}
