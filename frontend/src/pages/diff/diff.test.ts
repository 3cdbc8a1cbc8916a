import { describe, expect, it } from "vitest";
import { byKind, isEmpty, kernelsOf, kindOf, summaryOf, type ComparedPath, type Diff } from "./parts";
import { sidesOf } from "./range";

describe("sidesOf", () => {
  it("cuts at three dots, and reads a tilde as a slash", () => {
    expect(sidesOf("main...feature~x")).toEqual({ from: "main", to: "feature/x" });
    expect(sidesOf("v1.2...v1.3")).toEqual({ from: "v1.2", to: "v1.3" });
  });

  it("leaves a missing side empty", () => {
    expect(sidesOf("...")).toEqual({ from: "", to: "" });
    expect(sidesOf("c826b1548519")).toEqual({ from: "c826b1548519", to: "" });
    expect(sidesOf("...good")).toEqual({ from: "", to: "good" });
  });
});

const change = (kind: string, to: string, kernels: string[]) => ({
  kind,
  from: "ok",
  to,
  reasonBefore: "",
  reason: "",
  kernels,
});

describe("kinds", () => {
  it("keeps what cannot be decided apart from what breaks", () => {
    expect(kindOf(change("regressed", "broken", []))).toBe("regressed");
    expect(kindOf(change("regressed", "unknown", []))).toBe("unknown");
    expect(kindOf(change("fixed", "unknown", []))).toBe("fixed");
  });

  it("takes words it does not know as unknown", () => {
    expect(kindOf({ kind: "sideways" })).toBe("unknown");
  });

  it("orders by kind, the worst first, and counts kernels", () => {
    const changes = [change("fixed", "ok", ["a"]), change("regressed", "broken", ["b", "c"])];
    expect(byKind(changes).map(([kind, some]) => [kind, kernelsOf(some)])).toEqual([
      ["regressed", 2],
      ["fixed", 1],
    ]);
  });
});

describe("isEmpty", () => {
  const none: Diff = {
    before: { object: "a", sha256: "" },
    after: { object: "a", sha256: "" },
    summary: "",
    changes: [],
    programs: [],
    causes: [],
    newPrograms: [],
    removedPrograms: [],
    newKernels: [],
    removedKernels: [],
    same: 615,
  };

  it("is so only where nothing at all is different", () => {
    expect(isEmpty(none)).toBe(true);
    expect(isEmpty({ ...none, newPrograms: ["on_open"] })).toBe(false);
  });
});

describe("summaryOf", () => {
  const path = (state: string): ComparedPath => ({ path: state, state });

  it("counts objects by what became of them", () => {
    expect(summaryOf([path("same"), path("changed"), path("removed"), path("same")])).toBe(
      "1 object changed, 1 removed, 2 unchanged",
    );
    expect(summaryOf([path("added"), path("added")])).toBe("2 objects added");
  });

  it("is a sentence where there is nothing to count", () => {
    expect(summaryOf([path("same")])).toBe("Nothing changed: both refs have the same objects.");
    expect(summaryOf([])).toBe("Neither ref has any object.");
  });
});
