import { describe, expect, it } from "vitest";
import type { Cause } from "@/model/matrix";
import { headlineOf as partsOf, number, tallyOf, type Counts } from "./headline";

const NONE: Counts = { ok: 0, guarded: 0, changed: 0, conditional: 0, unknown: 0, noBtf: 0, broken: 0 };

function cause(has: string, kernels: number, rest: Partial<Cause> = {}): Cause {
  return {
    effect: "breaks",
    has: [has],
    access: { root: "struct inode" },
    kernels: [[0, kernels - 1]],
    fix: "",
    ...rest,
  } as Cause;
}

function headlineOf(...given: Parameters<typeof partsOf>): string {
  const { stands, because } = partsOf(...given);
  return because === "" ? stands : `${stands} / ${because}`;
}

describe("the headline", () => {
  it("says where it breaks and why", () => {
    const counts = { ...NONE, guarded: 103, noBtf: 4, broken: 508 };
    const causes = [cause("struct inode has no i_ctime", 508, { fix: "struct…" })];
    expect(headlineOf("ctime.bpf.o", counts, causes)).toBe(
      "ctime.bpf.o is guarded on 103 of 615 kernels, meets no BTF on 4, breaks on 508" +
        " / because struct inode has no i_ctime: the fix is below",
    );
  });

  it("takes the cause most kernels break for, and counts the others", () => {
    const counts = { ...NONE, ok: 10, broken: 5 };
    const causes = [cause("a is gone", 2), cause("b is gone", 3), cause("c is missing", 1, { effect: "guarded" })];
    expect(headlineOf("x.o", counts, causes)).toBe(
      "x.o relocates on 10 of 15 kernels, breaks on 5 / on 3 of them because b is gone, and for 1 more reason",
    );
  });

  it("is short where all is the same", () => {
    expect(headlineOf("x.o", { ...NONE, ok: 615 })).toBe(
      "x.o relocates on all 615 kernels / every relocation means the same there",
    );
    expect(headlineOf("x.o", { ...NONE, broken: 1 })).toBe("x.o breaks on the one kernel");
    expect(headlineOf("x.o", NONE)).toBe("x.o was held against no kernel");
  });

  it("names the setting it depends on, where there is one", () => {
    const why = ["full_path is 0 as compiled, and so it is not reached; with full_path set to 1 it is"];
    const counts = { ...NONE, ok: 9, conditional: 1 };
    expect(headlineOf("x.o", counts, [cause("x", 1, { effect: "depends", why })])).toBe(
      `x.o relocates on 9 of 10 kernels, depends on full_path on 1 / ${why[0]}`,
    );
    expect(partsOf("x.o", counts).stands).toBe("x.o relocates on 9 of 10 kernels, depends on a setting on 1");
  });

  it("says where there is nothing to relocate, and where nothing is opened", () => {
    expect(headlineOf("x.o", { ...NONE, ok: 3 }, [], 0)).toBe(
      "x.o relocates on all 3 kernels / there is nothing to relocate",
    );
    const refused = cause("program 'x', instruction 8: …", 3, { code: "NOT_OPENED" });
    expect(headlineOf("x.o", { ...NONE, broken: 3 }, [refused], 0)).toBe(
      "x.o breaks on all 3 kernels / because libbpf does not open it",
    );
  });

  it("says of what does not break why not", () => {
    expect(headlineOf("x.o", { ...NONE, guarded: 3 }, [cause("a is gone", 3, { effect: "guarded" })])).toBe(
      "x.o is guarded on all 3 kernels / what is missing there is not reached",
    );
  });
});

describe("numbers", () => {
  it("puts verdicts into pass, warn and fail", () => {
    const counts = { ok: 1, guarded: 2, changed: 4, conditional: 8, unknown: 16, noBtf: 32, broken: 64 };
    expect(tallyOf(counts)).toEqual({ pass: 3, warn: 60, fail: 64, all: 127 });
  });

  it("groups digits of large ones", () => {
    expect([7, 2140, 12345].map(number)).toEqual(["7", "2140", "12 345"]);
  });
});
