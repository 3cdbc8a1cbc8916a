import { describe, expect, it } from "vitest";
import { unknownOf } from "./unknownKernels";
import { placeIn } from "./policyText";
import { urlFault } from "./webhookFault";

describe("placeIn", () => {
  const text = "required: all\nwatch: x\n";

  it("finds the line and column a refusal names", () => {
    expect(placeIn("line 2, column 8: expected a query", text)).toEqual({ line: 2, at: 21 });
    expect(placeIn("line 1, column 1: unknown key", text)).toEqual({ line: 1, at: 0 });
  });

  it("stays inside the text, and finds nothing where none is named", () => {
    expect(placeIn("line 9, column 9: more", text)?.at).toBe(text.length);
    expect(placeIn("the policy is too long", text)).toBeUndefined();
  });
});

describe("unknownOf", () => {
  it("knows kernels by id and by release", () => {
    const archive = ["debian/trixie/amd64/6.12.38+deb13-amd64"];
    const fleet = ["6.12.38+deb13-amd64", "debian/trixie/amd64/6.12.38+deb13-amd64", "5.4.0-99-generic"];
    expect(unknownOf(fleet, archive)).toEqual(["5.4.0-99-generic"]);
  });
});

describe("urlFault", () => {
  it("takes addresses of the web only", () => {
    expect(urlFault("https://example.com/hook")).toBeUndefined();
    expect(urlFault("")).toMatch(/needs an address/);
    expect(urlFault("example.com")).toMatch(/no address/);
    expect(urlFault("ftp://example.com")).toMatch(/begins with/);
  });
});
