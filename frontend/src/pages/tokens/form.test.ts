import { describe, expect, it } from "vitest";
import { bodyOf, faults, type Wanted } from "./form";

const GOOD: Wanted = { name: "ci of my-agent", scope: "upload", project: "", ends: "" };

describe("faults", () => {
  it("finds none in what is good", () => {
    expect(faults(GOOD, "2026-11-23")).toEqual({});
    expect(faults({ ...GOOD, ends: "2026-11-23" }, "2026-11-23")).toEqual({});
  });

  it("asks for a name that is not too long, and for a day to come", () => {
    expect(faults({ ...GOOD, name: "  " }, "2026-11-23").name).toMatch(/needs a name/);
    expect(faults({ ...GOOD, name: "x".repeat(101) }, "2026-11-23").name).toMatch(/more than 100/);
    expect(faults({ ...GOOD, ends: "2026-11-22" }, "2026-11-23").ends).toBe("This day is over.");
  });
});

describe("bodyOf", () => {
  it("leaves out what is empty and ends with the day", () => {
    expect(bodyOf(GOOD)).toEqual({ name: "ci of my-agent", scopes: ["upload"], project: null, expiresAt: null });
    const bound = bodyOf({ ...GOOD, project: "my-agent", ends: "2027-01-31" });
    expect(bound.project).toBe("my-agent");
    expect(bound.expiresAt).toBe("2027-01-31T23:59:59Z");
  });
});
