import { describe, expect, it } from "vitest";
import { kernelName } from "./kernel";
import { decode, type MatrixBody } from "./matrix";
import { listed, whereIn, whereOf, type Build } from "./ranges";

function build(id: string, version = ""): Build {
  return { ...kernelName(id), version };
}

function on(ids: readonly string[], hits: readonly string[]) {
  return whereOf(
    ids.map((id) => build(id)),
    (place) => hits.includes(ids[place] ?? ""),
  );
}

const LINE = ["5.10.0-1-amd64", "6.1.0-2-amd64", "6.12.7-amd64", "7.0.4-amd64"].map((r) => `debian/x/amd64/${r}`);

describe("ranges of kernels in words", () => {
  it("says where it begins, ends, or neither", () => {
    expect(on(LINE, LINE.slice(2)).versions).toBe("6.12 and later");
    expect(on(LINE, LINE.slice(0, 2)).versions).toBe("6.1 and earlier");
    expect(on(LINE, LINE.slice(1, 3)).versions).toBe("6.1 to 6.12");
    expect(on(LINE, LINE.slice(2, 3)).versions).toBe("6.12");
    expect(on(LINE, LINE).versions).toBe("all versions");
    expect(on(LINE, []).versions).toBe("nowhere");
  });

  it("names each range where there is a gap", () => {
    expect(on(LINE, [LINE[0]!, LINE[2]!, LINE[3]!]).versions).toBe("5.10, 6.12 and later");
  });

  it("orders series as numbers, whatever the order of the archive", () => {
    const ids = ["debian/b/amd64/6.12.1", "debian/a/amd64/6.1.0", "debian/a/amd64/6.9.0"];
    expect(on(ids, [ids[0]!, ids[2]!]).versions).toBe("6.9 and later");
  });

  it("names machines where only theirs are meant", () => {
    const ids = ["amd64/6.1.0-1", "arm64/6.1.0-1", "s390x/6.1.0-1", "amd64/6.12.0", "arm64/6.12.0", "s390x/6.12.0"];
    const all = ids.map((id) => `debian/x/${id}`);
    const some = all.filter((id) => !id.includes("amd64"));
    expect(on(all, some).versions).toBe("all versions, only on arm64 and s390x");
    expect(on(all, [all[4]!]).versions).toBe("6.12 and later, only on arm64");
  });

  it("names variants of a version where only these are meant", () => {
    const ids = ["6.1.0-1-amd64", "6.1.0-1-rt-amd64", "6.12.0-amd64", "6.12.0-rt-amd64"].map(
      (r) => `debian/x/amd64/${r}`,
    );
    expect(on(ids, [ids[1]!, ids[3]!]).versions).toBe("all versions, only on rt");
  });

  it("says at which version a series is parted", () => {
    const builds = ["6.12.43", "6.12.69", "6.12.100"].map((v) => build(`debian/x/amd64/${v}`, `${v}-1`));
    expect(whereOf(builds, (place) => place > 0).versions).toBe("6.12 from 6.12.69");
    expect(whereOf(builds, (place) => place < 2).versions).toBe("6.12 up to 6.12.69");
    expect(whereOf(builds, (place) => place === 0).versions).toBe("6.12.43");
    const candidate = [build("debian/x/amd64/7.3-amd64", "7.3~rc7-1"), build("debian/x/amd64/7.3.4-amd64", "7.3.4-1")];
    expect(whereOf(candidate, (place) => place === 0).versions).toBe("7.3~rc7");
  });

  it("counts builds where nothing simpler is true", () => {
    const ids = ["6.1.0-1-amd64", "6.1.0-2-amd64", "6.1.0-3-amd64"].map((r) => `debian/x/amd64/${r}`);
    expect(on(ids, [ids[1]!]).versions).toBe("6.1 (1 of 3 builds)");
  });

  it("tells each suite by itself", () => {
    const ids = ["debian/old/amd64/6.1.0", "debian/new/amd64/6.12.0", "debian/new/amd64/7.0.1"];
    expect(on(ids, ids.slice(1)).suites).toEqual([{ suite: "new", kernels: 2, of: 2, versions: "6.12 to 7.0" }]);
  });

  it("leaves out kernels that say nothing of the object", () => {
    const ids = ["debian/x/amd64/6.1.0", "debian/x/s390x/6.1.0", "debian/x/ppc64el/6.12.0", "debian/x/amd64/6.12.0"];
    const body = {
      kernels: ids.map((id) => ({ id, btf: true, version: "" })),
      object: "o.nb",
      verdicts: [],
      booted: [],
    };
    const where = whereIn(decode(body as unknown as MatrixBody), [[3, 3]]);
    expect(where).toMatchObject({ kernels: 1, of: 2, versions: "6.12 and later" });
  });
});

describe("lists in words", () => {
  it("joins with commas and a last and", () => {
    expect([[], ["a"], ["a", "b"], ["a", "b", "c"]].map(listed)).toEqual(["", "a", "a and b", "a, b and c"]);
  });
});
