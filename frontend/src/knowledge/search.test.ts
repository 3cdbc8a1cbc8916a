import { describe, expect, it } from "vitest";
import { byKind, exactHit, wordsOf, type Hit } from "./search";

const hit = (kind: string, label: string): Hit => ({ kind, label, detail: "", href: `/${label}` });

describe("the one hit that is meant", () => {
  it("is the only one", () => {
    const only = hit("kernel", "debian/sid/amd64/7.2.13-amd64");
    expect(exactHit([only], "7.2.13-amd")).toBe(only);
  });

  it("is the only one of that name, with its kind or without", () => {
    const inode = hit("type", "struct inode");
    const hits = [inode, hit("type", "struct inode_operations")];
    expect(exactHit(hits, "inode")).toBe(inode);
    expect(exactHit(hits, "struct inode")).toBe(inode);
    expect(exactHit(hits, "ino")).toBeUndefined();
  });

  it("is none where two have the name", () => {
    expect(exactHit([hit("type", "struct key"), hit("type", "union key")], "key")).toBeUndefined();
  });
});

describe("hits", () => {
  it("stand together by kind", () => {
    const hits = [hit("object", "a"), hit("type", "b"), hit("object", "c")];
    expect(byKind(hits).map(([kind, some]) => [kind, some.length])).toEqual([
      ["object", 2],
      ["type", 1],
    ]);
  });
});

describe("words of an address", () => {
  it("are what is no place", () => {
    expect(wordsOf("/kernels/debian/6.1.0-50-amd64")).toBe("debian 6.1.0-50-amd64");
    expect(wordsOf("/types/struct%20inode/i_ctime/x")).toBe("struct inode i_ctime x");
    expect(wordsOf("/%zz")).toBe("%zz");
  });
});
