import { expect, test } from "vitest";
import { families } from "@/model/families";
import { decode, WHOLE, type MatrixBody } from "@/model/matrix";
import { factOf, sentence } from "./facts";
import { HEADERS, moved, nextFailing, within } from "./focus";
import { layout, placeAt } from "./layout";
import { cellOf, cellWord, standsAt } from "./opened-cell";
import { SIZES } from "./sizes";
import { summary, worstOf } from "./Strip";

const KERNELS = [
  "debian/bookworm/amd64/6.1.0-30-amd64",
  "debian/bookworm/amd64/6.1.0-31-amd64",
  "debian/trixie/amd64/6.12.74+deb13+1-amd64",
];
const cause = {
  number: 0,
  code: "FIELD_MISSING",
  effect: "breaks",
  wanted: "struct inode.i_ctime",
  has: ["struct inode has no i_ctime"],
  programs: [0],
  kernels: [[1, 2]],
};
const body = {
  name: "fs.bpf.o",
  kernels: KERNELS.map((id) => ({ id, btf: true })),
  programs: [
    { name: "on_open", section: "kprobe/vfs_open" },
    { name: "on_close", section: "xdp" },
  ],
  verdicts: ["obb", "ooo"],
  object: "obb",
  causes: [cause],
  booted: [
    {
      kernel: KERNELS[1],
      program: "on_open",
      outcome: "fails",
      detail: "",
      agrees: true,
      bootedAt: "2026-11-01T00:00:00Z",
    },
  ],
} as unknown as MatrixBody;
const matrix = decode(body);
const groups = families(matrix.columns, "distro");
const closed = layout(matrix, [0, 1], groups, new Set(), SIZES.standard);
const opened = layout(matrix, [0, 1], groups, "all", SIZES.standard);

test("the object as a whole comes first, and a family is one column until it is opened", () => {
  expect(closed.rows).toEqual([WHOLE, 0, 1]);
  expect(closed.places.map((place) => place.members)).toEqual([[0, 1], [2]]);
  expect(opened.places.map((place) => [place.release, place.before])).toEqual([
    ["6.1.0-30-amd64", 0],
    ["6.1.0-31-amd64", 1],
    ["6.12.74+deb13+1-amd64", 2],
  ]);
  expect(opened.bands.map(({ from, to }) => [from, to])).toEqual([
    [0, 2],
    [2, 3],
  ]);
  expect(opened.head).toBe(SIZES.standard.labels + SIZES.standard.band);
});

test("an object of one program has no row of its own; one without programs has only that", () => {
  const one = decode({ ...body, programs: body.programs.slice(0, 1), verdicts: ["obb"] });
  expect(layout(one, [0], groups, new Set(), SIZES.standard).rows).toEqual([0]);
  const none = decode({ ...body, programs: [], verdicts: [], causes: [] });
  expect(layout(none, [], groups, new Set(), SIZES.standard).rows).toEqual([WHOLE]);
});

test("a column is found by its distance", () => {
  expect([0, 31, 32, 64, 9_999].map((x) => placeAt(opened.places, x))).toEqual([0, 0, 1, 2, 2]);
});

test("a family shows the worst of its builds, and how many of them", () => {
  expect(factOf(matrix, 0, groups[0]!.columns)).toEqual({ verdict: "broken", count: 1, of: 2, booted: "agreed" });
  expect(factOf(matrix, 1, groups[0]!.columns)).toMatchObject({ verdict: "ok", count: 2, booted: undefined });
});

test("a cell is a sentence", () => {
  expect(sentence(matrix, 0, closed.places[0]!)).toBe(
    "on_open on bookworm 6.1, 2 builds: breaks on 1 of 2, because struct inode has no i_ctime; a booted kernel agreed",
  );
  expect(sentence(matrix, 1, opened.places[2]!)).toBe(
    "on_close on debian/trixie/amd64/6.12.74+deb13+1-amd64: relocates",
  );
  expect(sentence(matrix, WHOLE, opened.places[2]!)).toMatch(/^fs.bpf.o as a whole on .*: breaks, because/);
});

test.each([
  ["ArrowDown", false, { row: 1, column: 1 }],
  ["ArrowUp", false, { row: HEADERS, column: 0 }],
  ["ArrowRight", false, { row: 0, column: 2 }],
  ["Home", false, { row: 0, column: 0 }],
  ["End", false, { row: 0, column: 2 }],
  ["End", true, { row: 2, column: 2 }],
  ["PageDown", false, { row: 2, column: 1 }],
])("%s (with Ctrl: %s) leads to the cell one expects", (key, control, to) => {
  expect(moved(opened, { row: 0, column: 1 }, key, control, 10)).toEqual(to);
});

test("over the cells are the families that can be opened, and nothing else", () => {
  expect(moved(opened, { row: HEADERS, column: 0 }, "ArrowRight", false, 10)).toEqual({ row: HEADERS, column: 0 });
  expect(moved(opened, { row: HEADERS, column: 0 }, "ArrowDown", false, 10)).toEqual({ row: 0, column: 0 });
  expect(moved(opened, { row: 0, column: 2 }, "ArrowUp", false, 10)).toBeUndefined();
  expect(moved(opened, { row: 0, column: 2 }, "x", false, 10)).toBeUndefined();
});

test("the next cell that breaks is found row by row, and round at the end", () => {
  expect(nextFailing(matrix, opened, { row: 0, column: 2 }, 1)).toEqual({ row: 1, column: 1 });
  expect(nextFailing(matrix, opened, { row: 1, column: 2 }, 1)).toEqual({ row: 0, column: 1 });
  expect(nextFailing(matrix, opened, { row: 0, column: 1 }, -1)).toEqual({ row: 1, column: 2 });
  const well = decode({ ...body, verdicts: ["ooo", "ooo"], object: "ooo" });
  expect(nextFailing(well, opened, { row: 0, column: 0 }, 1)).toBeUndefined();
});

test("a place that is gone becomes the nearest one there is", () => {
  expect(within(closed, { row: 9, column: 9 })).toEqual({ row: 2, column: 1 });
});

test("the opened cell is named in the address and found again, in whatever is open", () => {
  const cell = { row: 0, place: opened.places[1]! };
  const word = cellWord(matrix, cell);
  expect(word).toBe(`on_open@${KERNELS[1]}`);
  const again = cellOf(matrix, groups, word);
  expect(again).toMatchObject({ row: 0, place: { members: [1] } });
  expect(standsAt(opened, again)).toEqual({ row: 1, column: 1 });
  expect(standsAt(closed, again)).toEqual({ row: 1, column: 0 });
  expect(cellOf(matrix, groups, cellWord(matrix, { row: WHOLE, place: closed.places[0]! }))).toMatchObject({
    row: WHOLE,
  });
  for (const gone of [undefined, "on_open", "other@x", `on_open@nowhere`]) {
    expect(cellOf(matrix, groups, gone)).toBeUndefined();
  }
});

test("the strip has each kernel with the worst of the rows shown", () => {
  expect(worstOf(matrix, closed)).toEqual(["ok", "broken", "broken"]);
  expect(summary(worstOf(matrix, closed))).toBe("breaks on 2, relocates on 1");
});
