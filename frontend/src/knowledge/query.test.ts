import { describe, expect, it } from "vitest";
import { asPolicy, EXAMPLES, forReaders, hasTerm, orAll, suggestions, withoutTerm, withTerm } from "./query";

describe("terms of a query", () => {
  it("are added with and", () => {
    expect(withTerm("", "suite:trixie")).toBe("suite:trixie");
    expect(withTerm("all", "suite:trixie")).toBe("suite:trixie");
    expect(withTerm("debian >= 12", "arch:amd64")).toBe("debian >= 12 and arch:amd64");
    expect(withTerm("debian 12 and arch:amd64", "arch:amd64")).toBe("debian 12 and arch:amd64");
  });

  it("do not change what an or means", () => {
    expect(withTerm("6.1 or 6.12", "arch:amd64")).toBe("(6.1 or 6.12) and arch:amd64");
    expect(withTerm("6.1, 6.12", "arch:amd64")).toBe("(6.1, 6.12) and arch:amd64");
  });

  it("are taken off again", () => {
    expect(hasTerm("debian 12 and arch:amd64", "arch:amd64")).toBe(true);
    expect(withoutTerm("debian 12 and arch:amd64", "arch:amd64")).toBe("debian 12");
    expect(withoutTerm("arch:amd64", "arch:amd64")).toBe("");
    expect(hasTerm("(6.1 or 6.12) and arch:amd64", "arch:amd64")).toBe(false);
  });

  it("are all kernels where there are none", () => {
    expect(orAll("  ")).toBe("all");
    expect(orAll("6.1")).toBe("6.1");
  });
});

describe("a query that means no kernel", () => {
  const detail =
    "no kernel matches 'debian and 4.19'; the archive has 5.10, 6.1; 'debian' matches 621; 'relogrid kernels' lists all 621";

  it("has the nearest that would", () => {
    expect(suggestions(detail)).toEqual([{ query: "debian", count: 621 }]);
  });

  it("is told without what helps at a terminal only", () => {
    expect(forReaders(detail)).toBe("no kernel matches 'debian and 4.19'; the archive has 5.10, 6.1");
  });
});

describe("a policy", () => {
  it("quotes what YAML would read otherwise", () => {
    expect(asPolicy("debian 12 and latest")).toBe("required:\n  - debian 12 and latest\n");
    expect(asPolicy(">= 6.6")).toBe('required:\n  - ">= 6.6"\n');
    expect(asPolicy("6.1")).toBe('required:\n  - "6.1"\n');
    expect(asPolicy("suite:trixie*")).toBe('required:\n  - "suite:trixie*"\n');
  });

  it("can be made of every example", () => {
    for (const [query] of EXAMPLES) expect(asPolicy(query)).toContain(query);
  });
});
