import { describe, expect, it } from "vitest";
import { renameAddress, renamesOf, successorAddress, hasKind, type Rename } from "./things";

function rename(from: string, to: string[], more: Partial<Rename> = {}): Rename {
  return {
    kind: "field",
    owner: "struct inode",
    from,
    to,
    since: "6.6",
    exact: true,
    commit: "",
    backports: "",
    what: "to be used through functions",
    sameValue: true,
    ...more,
  };
}

describe("renames about a member", () => {
  const first = rename("i_ctime", ["__i_ctime"]);
  const second = rename("__i_ctime", ["i_ctime_sec", "i_ctime_nsec"]);
  const other = rename("i_ctime", ["x"], { owner: "struct other" });
  const all = [first, rename("i_flock", ["i_flctx"]), second, other];

  it("go from name to name, forwards and backwards", () => {
    expect(renamesOf(all, "struct inode", "i_ctime")).toEqual([first, second]);
    expect(renamesOf(all, "struct inode", "i_ctime_nsec")).toEqual([first, second]);
  });

  it("hold for what is inside the member", () => {
    expect(renamesOf(all, "struct inode", "i_ctime.tv_sec")).toEqual([first, second]);
    expect(renamesOf(all, "struct inode", "i_ct")).toEqual([]);
  });
});

describe("addresses of renames", () => {
  it("lead to members, functions and types", () => {
    expect(renameAddress(rename("mm.pages[]", []))).toBe("/types/struct%20inode/mm.pages");
    expect(renameAddress(rename("do_it", ["did"], { kind: "function", owner: "" }))).toBe("/types/func%20do_it");
    expect(renameAddress(rename("struct hd_struct", [], { kind: "type", owner: "" }))).toBe(
      "/types/struct%20hd_struct",
    );
  });

  it("lead nowhere where the new place is behind a pointer", () => {
    const moved = rename("throttle_queue", ["throttle_disk->queue"]);
    expect(successorAddress(moved, "throttle_disk->queue")).toBeUndefined();
  });
});

describe("a name of a type", () => {
  it("says what it is or does not", () => {
    expect(hasKind("inode")).toBe(false);
    expect(hasKind("enum bpf_map_type")).toBe(true);
    expect(hasKind("structure")).toBe(false);
  });
});
