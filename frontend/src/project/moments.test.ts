import { describe, expect, it } from "vitest";
import { draw, momentsOf, momentsOfLatest, type Attached } from "./moments";

function had(path: string, pass: number | null, since: string, until: string | null = null): Attached {
  return {
    id: `${path} ${since}`,
    path,
    sha256: "0".repeat(64),
    commit: "1111111",
    since,
    until,
    headline: null,
    kernels: pass === null ? null : { pass, warn: 0, fail: 10 - pass, total: 10, aside: 0 },
    outdated: false,
    run: null,
    refusal: null,
  };
}

const AT = (minute: number) => `2026-11-23T18:${String(minute).padStart(2, "0")}:00Z`;

describe("momentsOf", () => {
  it("takes the weakest object at each change, the earliest first", () => {
    const moments = momentsOf([had("b", 4, AT(2)), had("a", 9, AT(1), AT(3)), had("a", 3, AT(3))]);
    expect(moments.map((one) => [one.at, one.pass, one.weakest])).toEqual([
      [AT(1), 9, "a"],
      [AT(2), 4, "b"],
      [AT(3), 3, "a"],
    ]);
  });

  it("says what came and what went", () => {
    const moments = momentsOf([had("a", 9, AT(1), AT(2)), had("a", 8, AT(2)), had("b", 5, AT(1), AT(3))]);
    expect(moments.map((one) => one.changed.map((change) => `${change.path}${change.gone ? " gone" : ""}`))).toEqual([
      ["a", "b"],
      ["a"],
      ["b gone"],
    ]);
    expect(moments.at(-1)?.pass).toBe(8);
  });

  it("leaves out what has no answer, and moments without any object", () => {
    expect(momentsOf([had("a", null, AT(1))])).toEqual([]);
    expect(momentsOf([had("a", 2, AT(1), AT(2))]).map((one) => one.at)).toEqual([AT(1)]);
  });

  it("orders times by their fractions, however many digits they have", () => {
    const moments = momentsOf([had("a", 1, "2026-11-23T18:36:21.22048Z"), had("b", 2, "2026-11-23T18:36:21.220473Z")]);
    expect(moments.map((one) => one.pass)).toEqual([2, 1]);
  });
});

describe("momentsOfLatest", () => {
  it("counts what is there since before the earliest that was listed, and begins with that", () => {
    const old = had("old", 2, AT(1));
    const latest = [had("a", 9, AT(5))];
    expect(momentsOfLatest(latest, [old, ...latest]).map((one) => [one.at, one.pass])).toEqual([[AT(5), 2]]);
  });

  it("has nothing of nothing", () => {
    expect(momentsOfLatest([], [])).toEqual([]);
  });
});

describe("draw", () => {
  it("goes by steps, the highest count at the top", () => {
    const moments = momentsOf([had("a", 5, AT(1), AT(2)), had("a", 10, AT(2))]);
    expect(draw(moments, 100, 40)).toEqual({
      path: "M0 20H100V0",
      dots: [
        { x: 0, y: 20 },
        { x: 100, y: 0 },
      ],
    });
  });

  it("puts one moment in the middle and nothing nowhere", () => {
    expect(draw(momentsOf([had("a", 0, AT(1))]), 100, 40).dots).toEqual([{ x: 50, y: 40 }]);
    expect(draw([], 100, 40)).toEqual({ path: "", dots: [] });
  });
});
