import { describe, expect, it } from "vitest";
import { ageWords, isOld } from "./age";

describe("the archive's age", () => {
  it("is said in the largest unit there is one of", () => {
    expect([30, 1_028, 7_300, 90_000, 9 * 86_400].map(ageWords)).toEqual([
      "1 minute",
      "17 minutes",
      "2 hours",
      "1 day",
      "9 days",
    ]);
  });

  it("is a warning after a good week", () => {
    expect(isOld(7 * 86_400)).toBe(false);
    expect(isOld(9 * 86_400)).toBe(true);
  });
});
