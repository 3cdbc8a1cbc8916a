import { describe, expect, it } from "vitest";
import type { Cause } from "@/model/matrix";
import { reasonText, together } from "./reason";

function cause(code: string, wanted: string, has: string[], rest: Partial<Cause> = {}): Cause {
  return { code, wanted, has, why: [], fix: "", kernels: [[0, 1]], effect: "breaks", access: null, ...rest } as Cause;
}

const ACCESS = { root: "struct inode" } as NonNullable<Cause["access"]>;

describe("why, in a few words", () => {
  it("is what kernels have, where that says it", () => {
    const access = { access: ACCESS };
    expect(reasonText(cause("FIELD_RENAMED", "struct inode.i_ctime", ["struct inode has no i_ctime"], access))).toBe(
      "struct inode has no i_ctime",
    );
    expect(reasonText(cause("ATTACH_TARGET_INLINED", "function f", ["its compiler left only f.part.0 of it"]))).toBe(
      "its compiler left only f.part.0 of it",
    );
  });

  it("names what is missing, where that does not", () => {
    expect(reasonText(cause("ATTACH_TARGET_MISSING", "function tcp_x", ["it has no such function"]))).toBe(
      "there is no function tcp_x",
    );
    expect(reasonText(cause("KSYM_MISSING", "kernel symbol init_net", ["no symbol of that name"]))).toBe(
      "there is no kernel symbol init_net",
    );
    expect(reasonText(cause("HELPER_UNKNOWN", "helper x (#158)", ["its enum bpf_func_id ends at #155"]))).toBe(
      "there is no helper x (#158)",
    );
    expect(reasonText(cause("INSN_UNSUPPORTED", "atomics", ["measured on a neighbour: not taken"]))).toBe(
      "atomics: not taken",
    );
    expect(reasonText(cause("NOT_OPENED", "an object libbpf opens", ["no maps"]))).toBe(
      "libbpf does not open it: no maps",
    );
    expect(reasonText(cause("TOO_COMPLEX", "a walk", []))).toBe("a walk");
  });
});

describe("causes that say the same", () => {
  it("are one thing to mend at several places", () => {
    const one = cause("FIELD_MISSING", "struct pt_regs.di", ["struct pt_regs has no di"], {
      access: ACCESS,
      number: 0,
    });
    const same = { ...one, number: 1 };
    const elsewhere = { ...one, number: 2, kernels: [[5, 6]] };
    expect(together([one, same, elsewhere]).map((group) => group.map((cause) => cause.number))).toEqual([[0, 1], [2]]);
  });
});
