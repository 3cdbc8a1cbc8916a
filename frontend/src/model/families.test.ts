import { expect, test } from "vitest";
import { families, familyName } from "./families";
import { kernelName } from "./kernel";

const columns = [
  "debian/bookworm/amd64/6.1.0-30-amd64",
  "debian/bookworm/amd64/6.1.0-31-amd64",
  "debian/bookworm-backports/amd64/6.12.9+bpo-amd64",
  "debian/bookworm-backports/amd64/6.5.0-0.deb12.4-amd64",
  "debian/trixie/arm64/6.12.74+deb13+1-arm64",
].map((id, at) => ({ ...kernelName(id), at, btf: true }));

test("kernels of one suite, series and architecture are a family, in the archive's order and then by series", () => {
  const found = families(columns, "distro");
  expect(found.map((family) => [familyName(family), [...family.columns]])).toEqual([
    ["bookworm 6.1 amd64, 2 builds", [0, 1]],
    ["bookworm-backports 6.5 amd64, 1 build", [3]],
    ["bookworm-backports 6.12 amd64, 1 build", [2]],
    ["trixie 6.12 arm64, 1 build", [4]],
  ]);
});

test("by version the suites fall together", () => {
  expect(families(columns, "version").map((family) => `${family.label} ${family.arch} ${family.columns}`)).toEqual([
    "6.1 amd64 0,1",
    "6.5 amd64 3",
    "6.12 amd64 2",
    "6.12 arm64 4",
  ]);
});

test("what is the same everywhere is left out of a family's name", () => {
  const [first] = families(columns.slice(0, 2), "distro");
  expect(familyName(first!)).toBe("bookworm 6.1, 2 builds");
  const ubuntu = { ...kernelName("ubuntu/noble/amd64/6.8.0-31-generic"), at: 2, btf: true };
  expect(families([...columns.slice(0, 2), ubuntu], "distro").map((family) => family.label)).toEqual([
    "debian bookworm 6.1",
    "ubuntu noble 6.8",
  ]);
});
