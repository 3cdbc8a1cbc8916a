import { describe, expect, it } from "vitest";
import { progressText } from "./useRun";

describe("how far a run is, in words", () => {
  it("counts kernels and guesses the rest from what it took so far", () => {
    expect(progressText({ done: 640, total: 2140, elapsed: 500 })).toBe("640 of 2 140, about 1 s");
    expect(progressText({ done: 10, total: 1000, elapsed: 20_000 })).toBe("10 of 1 000, about 33 min");
  });

  it("does not guess from nothing", () => {
    expect(progressText(undefined)).toBe("in the queue");
    expect(progressText({ done: 0, total: 621, elapsed: 300 })).toBe("0 of 621");
    expect(progressText({ done: 621, total: 621, elapsed: 300 })).toBe("621 of 621");
  });
});
