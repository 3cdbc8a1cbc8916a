import { describe, expect, test } from "vitest";
import type { Cause, MatrixBody } from "./matrix";
import { decode } from "./matrix";
import { search } from "./query";
import { flavour } from "./query-turns";
import { splitWords } from "./query-words";

const KERNELS = [
  "debian/bookworm/amd64/6.1.0-30-amd64",
  "debian/bookworm/amd64/6.1.0-30-cloud-amd64",
  "debian/trixie/amd64/6.12.74+deb13+1-amd64",
  "debian/trixie/arm64/6.12.74+deb13+1-arm64",
  "ubuntu/noble/amd64/6.8.0-31-generic",
  "ubuntu/questing/amd64/6.17.0-5-generic",
];

function cause(number: number, code: string, programs: number[], kernels: number[][]): Cause {
  return {
    number,
    code,
    effect: "breaks",
    stage: "load",
    wanted: "w",
    has: [],
    why: [],
    programs,
    nearest: [] as never[],
    history: [],
    fix: "",
    kernels,
  };
}

const body = {
  kernels: KERNELS.map((id) => ({ id, btf: true, version: "" })),
  programs: [
    { name: "on_open", section: "kprobe/vfs_open" },
    { name: "on_close", section: "fentry/filp_close" },
    { name: "quiet", section: "xdp" },
  ],
  verdicts: ["oobbgb", "oooooc", "oooooo"],
  object: "oobbgb",
  causes: [
    cause(
      0,
      "FIELD_RENAMED",
      [0],
      [
        [2, 3],
        [5, 5],
      ],
    ),
    cause(1, "FIELD_RESIZED", [1], [[5, 5]]),
  ],
  booted: [
    {
      kernel: KERNELS[0],
      program: "on_open",
      outcome: "loads",
      detail: "",
      predicted: "ok",
      agrees: true,
      bootedAt: "2026-11-01T00:00:00Z",
    },
    {
      kernel: KERNELS[2],
      program: "on_open",
      outcome: "loads",
      detail: "",
      predicted: "broken",
      agrees: false,
      bootedAt: "2026-11-01T00:00:00Z",
    },
  ],
} as unknown as MatrixBody;
const matrix = decode(body);
const found = (text: string) => {
  const { rows, columns, problems } = search(matrix, text);
  expect(problems).toEqual([]);
  return [rows.join(""), columns.join("")];
};

describe("what stays", () => {
  test.each([
    ["", "012", "012345"],
    ["verdict:broken", "0", "235"],
    ["verdict:breaks", "0", "235"],
    ["verdict:changed|guarded", "01", "45"],
    ["is:failing", "0", "235"],
    ["is:warning", "1", "5"],
    ["-is:passing", "01", "235"],
    ["is:booted", "0", "02"],
    ["is:disagrees", "0", "2"],
    ["program:on_", "01", "012345"],
    ["program:on_*n", "0", "012345"],
    ["program:kprobe", "0", "012345"],
    ["kernel:cloud", "012", "1"],
    ["distro:ubuntu", "012", "45"],
    ["suite:t*", "012", "23"],
    ["suite:t", "", ""],
    ["arch:arm64", "012", "3"],
    ["series:6.1", "012", "01"],
    ["version:>=6.12", "012", "235"],
    ["version:>6.12", "012", "5"],
    ["version:6.8..6.12", "012", "234"],
    ["version:6.12", "012", "23"],
    ["cause:FIELD_RENAMED", "0", "235"],
    ["cause:field_*", "01", "235"],
    ["cause:1", "1", "5"],
    ["seq(ok broken)", "0", "02"],
    ["seq(verdict:ok|guarded, verdict:broken)", "0", "0245"],
    ["-seq(ok broken) verdict:broken", "0", "35"],
    ["open", "0", "012345"],
    ["trixie", "012", "23"],
    ["trixie arm64", "012", "3"],
    ["distro:ubuntu -verdict:ok program:on_open", "0", "45"],
    ['"quiet"', "2", "012345"],
    ['program:"on_open" arch:amd64', "0", "01245"],
    ["PROGRAM:ON_OPEN", "0", "012345"],
    ["nothing-is-called-so", "", ""],
  ])("%s", (text, rows, columns) => {
    expect(found(text)).toEqual([rows, columns]);
  });
});

test.each([
  ["verdict:brokn", "brokn is no verdict; there are ok, guarded"],
  ["is:sad", "is:sad is not understood; there are failing"],
  ["colour:red", "colour: is not understood; what is: verdict: is: cause:"],
  ["version:new", "version:new is not understood; there are >=6.6"],
  ["cause:TYPE_MISSING", "no cause here is TYPE_MISSING; there are FIELD_RENAMED, FIELD_RESIZED"],
  ["seq(ok)", "seq needs two verdicts"],
  ["program:", "program: has nothing after it; as in program:on_open"],
])("%s is not understood, and the rest still counts", (text, says) => {
  const { problems, rows } = search(matrix, `${text} program:quiet`);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain(says);
  expect(rows).toEqual([2]);
});

test("words are taken apart while they are being typed", () => {
  expect(splitWords('a -b:c "d e" f:"g h seq(ok bro').map((word) => [word.not, word.name, word.value])).toEqual([
    [false, "", "a"],
    [true, "b", "c"],
    [false, "", "d e"],
    [false, "f", "g h seq(ok bro"],
  ]);
  expect(splitWords("seq(ok bro").map((word) => word.value)).toEqual(["ok bro"]);
  expect(splitWords('"').map((word) => word.value)).toEqual([""]);
});

test("an object without programs is looked through by its own row", () => {
  const bare = decode({ ...body, programs: [], verdicts: [], causes: [], booted: [] });
  expect(search(bare, "verdict:broken")).toEqual({ rows: [], columns: [2, 3, 5], problems: [] });
});

test("flavours are what a release has besides numbers", () => {
  expect(
    [
      "6.1.0-30-cloud-amd64",
      "6.1.0-0.deb11.21-amd64",
      "6.12.74+deb13+1-amd64",
      "6.8.0-31-generic",
      "5.14.0-427.el9.x86_64",
      "7.3-rc2-amd64",
    ].map(flavour),
  ).toEqual(["cloud-amd64", "amd64", "amd64", "generic", "", "amd64"]);
});

test("three hundred programs on a thousand kernels are looked through while somebody types", () => {
  const many = decode({
    ...body,
    kernels: Array.from({ length: 1000 }, (_, at) => ({
      id: `debian/s${at % 9}/amd64/6.${at % 20}.${at}-amd64`,
      btf: true,
      version: "",
    })),
    programs: Array.from({ length: 300 }, (_, at) => ({ name: `p${at}`, section: "xdp" })),
    verdicts: Array.from({ length: 300 }, (_, row) => "ogbo".repeat(250).slice(row % 4) + "ogbo".slice(0, row % 4)),
    object: "b".repeat(1000),
    booted: [],
  });
  search(many, "verdict:broken");
  const start = performance.now();
  const { rows } = search(many, "verdict:broken p1 version:>=6.6 -suite:s3");
  expect(performance.now() - start).toBeLessThan(400);
  expect(rows).toHaveLength(111);
});
