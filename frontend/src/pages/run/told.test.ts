import { describe, expect, it } from "vitest";
import { NOTHING, take } from "./told";

const event = (id: number, kind: string, body: object) => ({ id: String(id), event: kind, data: JSON.stringify(body) });
const cell = (id: number, verdict: string, kernels: number) =>
  event(id, "cell", { answerClass: id, verdict, programs: "o", kernels, reason: "" });
const booted = (id: number, outcome: string, agrees: boolean | null) =>
  event(id, "cell", {
    kernel: "debian/sid/amd64/7.2.13-amd64",
    program: "p",
    outcome,
    detail: "",
    predicted: "ok",
    agrees,
  });

describe("what a run tells", () => {
  it("is counted by kernels where kernels answer alike", () => {
    const told = take(take(NOTHING, [cell(1, "ok", 500), cell(2, "broken", 20)]), [cell(3, "ok", 100)]);
    expect(told.tally).toEqual({ ok: 600, broken: 20 });
    expect(told.cells.map(({ id }) => id)).toEqual(["3", "2", "1"]);
  });

  it("counts booted programs one by one, and those nobody had said so", () => {
    const told = take(NOTHING, [booted(1, "loaded", true), booted(2, "loaded", false), booted(3, "rejected", null)]);
    expect(told.tally).toEqual({ loaded: 2, rejected: 1 });
    expect(told.disagree).toBe(1);
  });

  it("shows the last two hundred and knows of all", () => {
    const told = take(
      NOTHING,
      Array.from({ length: 250 }, (_, at) => cell(at + 1, "ok", 1)),
    );
    expect(told.cells).toHaveLength(200);
    expect(told.cells[0]?.id).toBe("250");
    expect(told.came).toBe(250);
  });

  it("knows how far it is and how it ended", () => {
    const told = take(NOTHING, [
      event(1, "progress", { done: 3, total: 621 }),
      event(2, "done", { state: "failed", analysis: null, error: "the kernel did not boot" }),
    ]);
    expect([told.done, told.total, told.ended?.error]).toEqual([3, 621, "the kernel did not boot"]);
  });
});
