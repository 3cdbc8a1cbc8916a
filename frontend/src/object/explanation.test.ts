import { describe, expect, it } from "vitest";
import type { Cause, MatrixBody } from "@/model/matrix";
import { matrixOf, type Explanation } from "./explanation";

const WHOLE = {
  kernels: ["5.10", "6.1", "6.12", "7.0", "7.1"].map((one) => ({
    id: `debian/x/amd64/${one}`,
    btf: true,
    version: "",
  })),
  object: "bb.nb",
  verdicts: ["bb.nb"],
  programs: [{ name: "on_open", section: "fentry/vfs_open" }],
} as unknown as MatrixBody;

describe("one relocation as a matrix", () => {
  it("is well where nothing is said against it, and keeps what is so of the kernel itself", () => {
    const cause = { effect: "guarded", kernels: [[1, 1]], programs: [3] } as unknown as Cause;
    const explanation = { about: "relocation #2", causes: [cause] } as unknown as Explanation;
    const matrix = matrixOf(explanation, WHOLE);
    expect([0, 1, 2, 3, 4].map((column) => matrix.verdict(0, column))).toEqual([
      "ok",
      "guarded",
      "other_byte_order",
      "no_btf",
      "ok",
    ]);
    expect(matrix.causes[0]?.programs).toEqual([0]);
  });
});
