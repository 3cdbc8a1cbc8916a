import { ProblemError } from "@/api/problem";

/** How far a file is that somebody dropped here. */
export type UploadState =
  | { at: "reading" }
  | { at: "asking"; sha256: string }
  /** The service does not have it and nobody is signed in who may send it. */
  | { at: "waiting"; sha256: string | undefined; error?: unknown }
  | { at: "sending"; sha256: string | undefined }
  | { at: "kept"; sha256: string; headline: string | undefined; known: boolean }
  | { at: "refused"; error: unknown };

/** What happens to it. */
export type UploadEvent =
  /** Its digest was worked out; undefined where the browser cannot. */
  | { was: "read"; sha256: string | undefined; may: boolean }
  | { was: "missing"; may: boolean }
  | { was: "known" | "sent"; sha256: string; headline: string | undefined }
  | { was: "allowed" }
  | { was: "refused"; error: unknown };

/** What the service takes at most. */
const LARGEST = 32 * 1024 * 1024;

/** Where a file begins: what is plainly no object is not sent. */
export function begin(file: Pick<File, "name" | "size">): UploadState {
  if (file.size === 0) return fault(`${file.name} is empty.`);
  if (file.size > LARGEST) {
    return fault(`${file.name} has ${sizeText(file.size)}; an object has at most ${sizeText(LARGEST)}.`);
  }
  return { at: "reading" };
}

function fault(detail: string): UploadState {
  return { at: "refused", error: new ProblemError({ title: "This file is not sent", status: 0, detail }) };
}

/** What an upload is after something happened; what does not fit, because it was called off, changes nothing. */
export function next(state: UploadState, event: UploadEvent): UploadState {
  if (state.at === "kept" || state.at === "refused") return state;
  switch (event.was) {
    case "read":
      if (event.sha256 !== undefined) return { at: "asking", sha256: event.sha256 };
      return { at: event.may ? "sending" : "waiting", sha256: undefined };
    case "missing":
      return { at: event.may ? "sending" : "waiting", sha256: digestOf(state) };
    case "allowed":
      return state.at === "waiting" ? { at: "sending", sha256: state.sha256 } : state;
    case "known":
    case "sent":
      return { at: "kept", sha256: event.sha256, headline: event.headline, known: event.was === "known" };
    case "refused":
      return isUnknownToken(event.error)
        ? { at: "waiting", sha256: digestOf(state), error: event.error }
        : { at: "refused", error: event.error };
  }
}

function digestOf(state: UploadState): string | undefined {
  return "sha256" in state ? state.sha256 : undefined;
}

function isUnknownToken(error: unknown): boolean {
  return error instanceof ProblemError && error.status === 401;
}

/** `6.8 kB`. */
export function sizeText(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${(bytes / 1_000).toFixed(1)} kB`;
  return `${(bytes / 1024 / 1024).toFixed(bytes % (1024 * 1024) === 0 ? 0 : 1)} MiB`;
}
