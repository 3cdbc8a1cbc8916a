import { describe, expect, it } from "vitest";
import { lacking, type Me } from "./access";
import { badgeHtml, badgeMarkdown, badgePath } from "./badge";
import { diffAddress, nameFault, refAddress, refName, refPath, runId } from "./names";

describe("nameFault", () => {
  it("takes what the service takes", () => {
    for (const name of ["a", "9", "my-agent", "a.b_c-d", "x".repeat(63)]) expect(nameFault(name)).toBeUndefined();
  });

  it("says what is wrong", () => {
    expect(nameFault("")).toMatch(/needs a name/);
    expect(nameFault("Agent")).toMatch(/Capital letters/);
    expect(nameFault("-agent")).toMatch(/first character/);
    expect(nameFault("my agent")).toMatch(/space/);
    expect(nameFault("my/agent")).toBe("The character / is not allowed.");
    expect(nameFault("x".repeat(64))).toMatch(/64 characters/);
  });
});

describe("lacking", () => {
  const me = (scopes: Me["scopes"], project: string | null = null): Me => ({
    kind: "token",
    name: "token 2 (ci)",
    scopes,
    project,
    logins: [],
  });

  it("lets those who may", () => {
    expect(lacking(me(["read", "upload"]), "upload", "my-agent")).toBeUndefined();
    expect(lacking(me(["read", "upload"], "my-agent"), "upload", "my-agent")).toBeUndefined();
  });

  it("names the scope that is missing", () => {
    expect(lacking(me(["read"]), "upload")).toBe("This needs the scope upload; token 2 (ci) has the scope read only.");
    expect(lacking(me(["read", "upload"]), "admin")).toMatch(/scopes read and upload/);
    expect(lacking({ ...me([]), kind: "anonymous" }, "upload")).toMatch(/Nobody is signed in/);
  });

  it("keeps whoever is bound to a project in it", () => {
    expect(lacking(me(["upload"], "other"), "upload", "my-agent")).toMatch(/bound to the project other/);
    expect(lacking(me(["admin"], "other"), "admin")).toMatch(/writes nowhere else/);
  });
});

describe("addresses", () => {
  it("write a slash of a ref as a tilde", () => {
    expect(refAddress("my-agent", "feature/x")).toBe("/projects/my-agent/feature~x");
    expect(refPath("my-agent", "feature/x")).toBe("/api/v1/projects/my-agent/refs/feature~x");
    expect(diffAddress("main", "feature/x", "my-agent")).toBe("/diff/main...feature~x?project=my-agent");
  });

  it("shorten commits and no other names", () => {
    expect(refName("0123456789".repeat(4))).toBe("012345678901");
    expect(refName("feature/x")).toBe("feature/x");
  });

  it("find the run at the end of its address", () => {
    expect(runId("/api/v1/runs/17")).toBe("17");
  });
});

describe("badges", () => {
  it("say only what is not so anyway", () => {
    expect(badgePath("p", { style: "flat", targets: " ", ref: "" })).toBe("/badge/p.svg");
    expect(badgePath("p", { style: "table", targets: "debian >= 12", ref: "" })).toBe(
      "/badge/p.svg?style=table&targets=debian+%3E%3D+12",
    );
  });

  it("are safe where they are pasted", () => {
    expect(badgeMarkdown("http://h/badge/p.svg?targets=(lts)", "http://h/projects/p")).toBe(
      "[![kernels](http://h/badge/p.svg?targets=%28lts%29)](http://h/projects/p)",
    );
    expect(badgeHtml("http://h/b.svg?a=1&b=2", "http://h/p")).toBe(
      '<a href="http://h/p"><img src="http://h/b.svg?a=1&amp;b=2" alt="kernels"></a>',
    );
  });
});
