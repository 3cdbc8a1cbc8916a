import { describe, expect, it } from "vitest";
import { ProblemError } from "@/api/problem";
import { begin, next, sizeText, type UploadEvent, type UploadState } from "./upload";

const SHA = "c826b1548519";

function after(...events: UploadEvent[]): UploadState {
  return events.reduce(next, begin({ name: "probe.bpf.o", size: 6816 }));
}

describe("an upload", () => {
  it("is read, asked for, and sent by who may", () => {
    expect(after()).toEqual({ at: "reading" });
    expect(after({ was: "read", sha256: SHA, may: true })).toEqual({ at: "asking", sha256: SHA });
    const sending = after({ was: "read", sha256: SHA, may: true }, { was: "missing", may: true });
    expect(sending).toEqual({ at: "sending", sha256: SHA });
    expect(next(sending, { was: "sent", sha256: SHA, headline: "relocates" })).toEqual({
      at: "kept",
      sha256: SHA,
      headline: "relocates",
      known: false,
    });
  });

  it("is not sent where the service has it, whoever asks", () => {
    const state = after({ was: "read", sha256: SHA, may: false }, { was: "known", sha256: SHA, headline: undefined });
    expect(state).toMatchObject({ at: "kept", known: true });
  });

  it("waits for somebody to sign in, and goes on with the same file", () => {
    const waiting = after({ was: "read", sha256: SHA, may: false }, { was: "missing", may: false });
    expect(waiting).toEqual({ at: "waiting", sha256: SHA });
    expect(next(waiting, { was: "allowed" })).toEqual({ at: "sending", sha256: SHA });
  });

  it("is sent without its digest where the browser cannot work it out", () => {
    expect(after({ was: "read", sha256: undefined, may: true })).toEqual({ at: "sending", sha256: undefined });
    expect(after({ was: "read", sha256: undefined, may: false })).toMatchObject({ at: "waiting" });
  });

  it("waits again when the token is not taken, and ends with any other refusal", () => {
    const sending = after({ was: "read", sha256: SHA, may: true }, { was: "missing", may: true });
    const unknown = new ProblemError({ title: "A token is needed", status: 401 });
    expect(next(sending, { was: "refused", error: unknown })).toEqual({ at: "waiting", sha256: SHA, error: unknown });
    const malformed = new ProblemError({ title: "Not what they claim", status: 422 });
    const refused = next(sending, { was: "refused", error: malformed });
    expect(refused).toEqual({ at: "refused", error: malformed });
    expect(next(refused, { was: "allowed" })).toBe(refused);
  });

  it("does not begin for what cannot be an object", () => {
    expect(begin({ name: "x.o", size: 0 })).toMatchObject({ at: "refused" });
    const large = begin({ name: "vmlinux", size: 64 * 1024 * 1024 });
    expect(large.at === "refused" && String(large.error)).toContain(
      "vmlinux has 64 MiB; an object has at most 32 MiB.",
    );
  });
});

describe("sizes", () => {
  it("are said in the unit that reads best", () => {
    expect([720, 6816, 5 * 1024 * 1024].map(sizeText)).toEqual(["720 B", "6.8 kB", "5 MiB"]);
  });
});
