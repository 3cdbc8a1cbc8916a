import { call } from "./client";
import { EventParser, type ServerEvent } from "./event-parser";
import { ProblemError } from "./problem";

/** `live` while the stream is open, `polling` when it could not be held: whoever shows it asks again and again then. */
export type Following = "connecting" | "live" | "polling";

export interface Follower {
  onEvent: (event: ServerEvent) => void;
  onState?: (state: Following) => void;
  signal: AbortSignal;
  /** How it asks; another in tests. */
  ask?: (path: string, init: RequestInit) => Promise<Response>;
  /** How long it waits before it asks again, by how many times in a row that failed. */
  pause?: (failures: number) => number;
}

// A stream that breaks this often without a word is one that something between holds back.
const ENOUGH = 3;

/**
 * Follows a stream until its event `done`, over interruptions: asks again from the last event it has seen. Read by fetch and not
 * by EventSource, which can neither carry a token nor say what was refused.
 *
 * @throws ProblemError when the service refuses to tell
 */
export async function follow(path: string, follower: Follower): Promise<void> {
  const { onEvent, onState, signal, ask = call, pause = backoff } = follower;
  let last = "";
  let failures = 0;
  onState?.("connecting");
  while (!signal.aborted) {
    try {
      const headers = new Headers({ Accept: "text/event-stream" });
      if (last !== "") headers.set("Last-Event-ID", last);
      const response = await ask(path, { headers, signal });
      for await (const event of eventsOf(response)) {
        if (signal.aborted) return;
        if (failures > 0 || last === "") onState?.("live");
        failures = 0;
        last = event.id;
        onEvent(event);
        if (event.event === "done") return;
      }
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof ProblemError && error.status >= 400 && error.status < 500 && error.status !== 429)
        throw error;
    }
    failures++;
    if (failures >= ENOUGH) onState?.("polling");
    await wait(pause(failures), signal);
  }
}

async function* eventsOf(response: Response): AsyncGenerator<ServerEvent> {
  if (response.body === null) return;
  const parser = new EventParser();
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield* parser.push(value);
    }
  } finally {
    void reader.cancel().catch(() => undefined);
  }
}

function backoff(failures: number): number {
  return Math.min(30_000, 250 * 2 ** failures) * (0.75 + Math.random() / 2);
}

function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener("abort", () => (clearTimeout(timer), resolve()), { once: true });
  });
}
