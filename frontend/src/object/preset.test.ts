import { describe, expect, it } from "vitest";
import { presetOf } from "./preset";

describe("the value that turns an answer", () => {
  it("is read out of the reason that names it", () => {
    const why = ["full_path is 0 as compiled, and so it is not reached; with full_path set to 1 it is"];
    expect(presetOf(why)).toEqual({ name: "set.full_path", value: "1" });
    expect(presetOf(["nothing checks for it"])).toBeUndefined();
  });
});
