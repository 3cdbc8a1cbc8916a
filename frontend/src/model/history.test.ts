import { describe, expect, it } from "vitest";
import { changedAt, fold, rowsOf, type History } from "./history";
import { place, scaleOf } from "./history-scale";

const answer = (status: string, label: string, kernels: number) => ({
  status,
  label,
  text: label,
  similar: [],
  kernels,
});

const line = (name: string | null, ...segments: [number, string, string][]) => ({
  line: name,
  flavours: [],
  segments: segments.map(([at, first, last]) => ({ answers: [at], first, last })),
});

const history: History = {
  schemaVersion: 1,
  question: "struct inode i_ctime",
  present: 3,
  answers: [answer("present", "i_ctime", 3), answer("absent", "i_ctime_sec", 3)],
  lines: [
    line(null, [0, "5.10.218", "6.1.192"], [1, "6.12.43", "7.3.4"]),
    line("debian/bookworm/amd64", [0, "6.1.170", "6.1.176"]),
    line("debian/security/amd64", [0, "6.1.164", "6.1.192"], [1, "6.12.100", "6.12.117"]),
    line("debian/security/arm64", [0, "6.1.172", "6.1.180"], [1, "6.12.43", "6.12.90"]),
    line("debian/bookworm/arm64", [0, "6.1.160", "6.1.170"]),
  ],
  kernels: [
    { kernel: "debian/bookworm/amd64/6.1.0-1-amd64", answer: 0 },
    { kernel: "debian/security/amd64/6.1.0-2-amd64", answer: 0 },
    { kernel: "debian/security/amd64/6.12.1-amd64", answer: 1 },
    { kernel: "debian/security/amd64/6.12.2-amd64", answer: 1 },
    { kernel: "debian/security/arm64/6.1.0-1-arm64", answer: 0 },
    { kernel: "debian/security/arm64/6.12.1-arm64", answer: 1 },
  ],
};

describe("the rows of a history", () => {
  it("count the kernels of each stretch", () => {
    const rows = rowsOf(history);
    expect(rows[0]?.stretches.map((stretch) => stretch.kernels)).toEqual([3, 3]);
    expect(rows[2]?.stretches.map((stretch) => stretch.kernels)).toEqual([1, 2]);
  });

  it("do not count where an answer comes back", () => {
    const twice = {
      ...history,
      lines: [line("debian/security/amd64", [0, "6.1.1", "6.1.2"], [1, "6.12.1", "6.12.2"], [0, "6.13.1", "6.13.1"])],
    };
    expect(rowsOf(twice)[0]?.stretches.map((stretch) => stretch.kernels)).toEqual([null, 2, null]);
  });

  it("tell flavours apart by the longest end of a release", () => {
    const flavoured: History = {
      ...history,
      lines: [
        { ...line(null, [0, "6.1.1", "6.1.1"]), flavours: ["amd64"] },
        { ...line(null, [0, "6.1.1", "6.1.1"]), flavours: ["rt-amd64"] },
      ],
      kernels: [
        { kernel: "debian/bookworm/amd64/6.1.0-1-amd64", answer: 0 },
        { kernel: "debian/bookworm/amd64/6.1.0-2-amd64", answer: 0 },
        { kernel: "debian/bookworm/amd64/6.1.0-1-rt-amd64", answer: 0 },
      ],
    };
    expect(rowsOf(flavoured).map((row) => row.stretches[0]?.kernels)).toEqual([2, 1]);
  });
});

describe("folding", () => {
  const folded = fold(rowsOf(history).filter((row) => row.line !== null));

  it("puts lines with one story together, where the first of them stands", () => {
    expect(folded.map((one) => one.rows.map((row) => row.line))).toEqual([
      ["debian/bookworm/amd64", "debian/bookworm/arm64"],
      ["debian/security/amd64", "debian/security/arm64"],
    ]);
  });

  it("spans what all its lines span, and adds their kernels up", () => {
    expect(folded[1]?.stretches).toEqual([
      { answers: [0], first: "6.1.164", last: "6.1.192", kernels: 2 },
      { answers: [1], first: "6.12.43", last: "6.12.117", kernels: 3 },
    ]);
  });
});

describe("where a change is said to be", () => {
  const stretch = (first: string, last = first) => ({ answers: [0], first, last, kernels: 1 });

  it("is the version in one series, the series between neighbours, a range otherwise", () => {
    expect(changedAt(stretch("6.1.100"), stretch("6.1.110"))).toBe("6.1.110");
    expect(changedAt(stretch("6.11.2"), stretch("6.12.1"))).toBe("6.12");
    expect(changedAt(stretch("6.19.2"), stretch("7.0.1"))).toBe("7.0");
    expect(changedAt(stretch("6.1.100"), stretch("6.12.1"))).toBe("6.1…6.12");
  });
});

describe("the scale", () => {
  it("gives each series a step, candidates before the release", () => {
    const rows = rowsOf({ ...history, lines: [line("a/b/c", [0, "6.1.10", "6.12.5"], [1, "7.3~rc7", "7.3.4"])] });
    const scale = scaleOf(rows);
    expect(scale.series).toEqual(["6.1", "6.12", "7.3"]);
    const { placed, rest } = place(rows[0]?.stretches ?? [], scale);
    expect(placed.map(({ gap, width, right }) => [gap, width, right])).toEqual([
      [0, 2, false],
      [0, 1, true],
    ]);
    expect(rest).toBe(0);
  });
});
