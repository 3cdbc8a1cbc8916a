import { expect, it } from "vitest";
import { requiredQuery } from "./policyQuery";

it("joins the required queries", () => {
  const says = ["Required: debian >= 12; debian 11 and latest 2.", "Watched: suite:sid.", "Fails on: broken."];
  expect(requiredQuery(says)).toBe("debian >= 12, debian 11 and latest 2");
});

it("leaves out the watched ones where all others are required", () => {
  expect(requiredQuery(["Required: all kernels.", "Watched: suite:sid; rt."])).toBe("not (suite:sid, rt)");
});

it("asks for nothing where all kernels are required", () => {
  expect(requiredQuery(["Required: all kernels.", "Fails on: broken."])).toBeUndefined();
  expect(requiredQuery([])).toBeUndefined();
});
