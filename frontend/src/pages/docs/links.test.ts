import { describe, expect, it } from "vitest";
import { problemsOf, target } from "./links";

describe("links of documents", () => {
  it("lead to pages where there are some", () => {
    expect(target("FIELD_MISSING.md")).toEqual({ to: "/docs/verdicts/FIELD_MISSING" });
    expect(target("AMBIGUOUS.md#example")).toEqual({ to: "/docs/verdicts/AMBIGUOUS" });
    expect(target("../VERDICTS.md")).toEqual({ to: "/docs/verdicts" });
    expect(target("../RENAMES.md")).toEqual({ to: "/renames" });
    expect(target("https://docs.kernel.org/bpf/")).toEqual({ href: "https://docs.kernel.org/bpf/" });
  });

  it("lead nowhere from files of the repository and from what is no address", () => {
    expect(target("../../src/test/bpf/samples/file_version.bpf.c")).toBeNull();
    expect(target("javascript:alert(1)")).toBeNull();
  });
});

describe("the text about problems", () => {
  it("is taken apart by problem", () => {
    const text =
      "bad_request (HTTP 400)\nThe request is not understood\n\nA parameter is missing.\n\ngone (HTTP 410)\nIt is gone\n\nFor good.\n\nAsk for another.\n";
    expect(problemsOf(text)).toEqual([
      { code: "bad_request", status: "400", title: "The request is not understood", text: "A parameter is missing." },
      { code: "gone", status: "410", title: "It is gone", text: "For good.\n\nAsk for another." },
    ]);
  });
});
