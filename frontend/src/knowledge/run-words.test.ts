import { describe, expect, it } from "vitest";
import { duration, progressWords } from "./run-words";

const started = "2026-11-20T14:00:00Z";
const now = new Date("2026-11-20T14:00:02Z").getTime();

describe("how far a run is", () => {
  it("is counts, and the time that is left while it runs", () => {
    const run = { done: 640, total: 2140, startedAt: started, state: "running" };
    expect(progressWords(run, now)).toBe("640 of 2\u00a0140, about 5 s");
    expect(progressWords({ ...run, done: 2140, state: "done" }, now)).toBe("2\u00a0140 of 2\u00a0140");
  });

  it("says what it waits for before anything is counted", () => {
    expect(progressWords({ done: 0, total: 0, startedAt: null, state: "queued" }, now)).toBe("waiting for its turn");
    expect(progressWords({ done: 0, total: 621, startedAt: started, state: "running" }, now)).toBe("0 of 621");
  });
});

describe("a duration", () => {
  it("is as exact as anybody needs", () => {
    expect([100, 1_400, 100_000, 7_200_000].map(duration)).toEqual(["100 ms", "1 s", "2 min", "2 h"]);
  });
});
