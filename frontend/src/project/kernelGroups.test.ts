import { describe, expect, it } from "vitest";
import { grouped, kernels, told } from "./kernelGroups";

const IDS = [
  "debian/bookworm/amd64/6.1.0-50-amd64",
  "debian/bookworm/amd64/6.1.0-51-amd64",
  "debian/bookworm/arm64/6.1.0-50-arm64",
  "debian/trixie/amd64/6.12.38+deb13-amd64",
  "debian/trixie/amd64/6.9.1-amd64",
];

describe("grouped", () => {
  it("puts kernels of a suite, series and architecture into one range", () => {
    const [bookworm] = grouped(IDS);
    expect(bookworm?.name).toBe("bookworm");
    expect(bookworm?.count).toBe(3);
    expect(bookworm?.ranges.map((range) => [range.series, range.arch, range.count, range.first, range.last])).toEqual([
      ["6.1", "amd64", 2, IDS[0], IDS[1]],
      ["6.1", "arm64", 1, IDS[2], IDS[2]],
    ]);
  });

  it("orders series as numbers and suites as they came", () => {
    const suites = grouped(IDS);
    expect(suites.map((suite) => suite.name)).toEqual(["bookworm", "trixie"]);
    expect(suites[1]?.ranges.map((range) => range.series)).toEqual(["6.9", "6.12"]);
  });

  it("names the distribution where there are several", () => {
    const names = grouped([...IDS, "ubuntu/noble/amd64/6.8.0-40-generic"]).map((suite) => suite.name);
    expect(names).toEqual(["debian bookworm", "debian trixie", "ubuntu noble"]);
  });

  it("has nothing of nothing", () => {
    expect(grouped([])).toEqual([]);
  });
});

describe("told", () => {
  it("says where, and how much is left out", () => {
    expect(told(grouped(IDS))).toBe("bookworm 3, trixie 2");
    expect(told(grouped(IDS), 1)).toBe("bookworm 3 and 1 more suite");
  });
});

it("counts kernels in words", () => {
  expect([kernels(1), kernels(2)]).toEqual(["1 kernel", "2 kernels"]);
});
