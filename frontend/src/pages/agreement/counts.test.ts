import { describe, expect, it } from "vitest";
import { byKernel, countsOf } from "./counts";
import type { Trial } from "./evidence";

const trial = (kernel: string, outcome: string, agrees: boolean | null): Trial => ({
  object: "c826b15485195d25",
  kernel,
  program: "on_open",
  outcome,
  detail: "",
  predicted: agrees === null ? null : "ok",
  agrees,
  bootedAt: "2026-11-20T14:00:00Z",
});

const trials = [
  trial("a", "loaded", true),
  trial("a", "loaded", null),
  trial("b", "not_booted", null),
  trial("c", "rejected", false),
];

describe("static against booted", () => {
  it("counts what can be held against each other apart from what cannot", () => {
    expect(countsOf(trials)).toEqual({ agree: 1, disagree: 1, open: 1, none: 1 });
  });

  it("has kernels that disagree first", () => {
    expect(byKernel(trials).map(({ kernel }) => kernel)).toEqual(["c", "a", "b"]);
  });
});
