import { describe, expect, it } from "vitest";
import { EventParser, type ServerEvent } from "./event-parser";
import { follow } from "./events";
import { ProblemError } from "./problem";

describe("the text of a stream", () => {
  it("is events, wherever its pieces end", () => {
    const text =
      'id: 1\nevent: progress\ndata: {"done": 0}\n\n: still here\n\nid: 2\r\nevent: cell\r\ndata: a\r\ndata: b\r\n\r\n';
    for (let size = 1; size <= text.length; size++) {
      const parser = new EventParser();
      const events: ServerEvent[] = [];
      for (let at = 0; at < text.length; at += size) events.push(...parser.push(text.slice(at, at + size)));
      expect(events).toEqual([
        { id: "1", event: "progress", data: '{"done": 0}' },
        { id: "2", event: "cell", data: "a\nb" },
      ]);
    }
  });

  it("keeps an event back until it is whole", () => {
    const parser = new EventParser();
    expect(parser.push("data: x\n")).toEqual([]);
    expect(parser.push("\n")).toEqual([{ id: "", event: "message", data: "x" }]);
  });
});

function stream(text: string): Response {
  return new Response(text, { headers: { "Content-Type": "text/event-stream" } });
}

const event = (id: number, kind = "cell") => `id: ${id}\nevent: ${kind}\ndata: {}\n\n`;

/** Follows what these answers say, one after the other, and tells what was asked and seen. */
async function followed(answers: (() => Response)[]) {
  const asked: (string | null)[] = [];
  const seen: string[] = [];
  const states: string[] = [];
  await follow("/events", {
    signal: new AbortController().signal,
    onEvent: ({ id, event: kind }) => seen.push(`${id} ${kind}`),
    onState: (state) => states.push(state),
    pause: () => 0,
    ask: async (_, init) => {
      asked.push(new Headers(init.headers).get("Last-Event-ID"));
      const answer = answers.shift();
      if (answer === undefined) throw new Error("asked once too often");
      return answer();
    },
  });
  return { asked, seen, states };
}

describe("following", () => {
  it("ends at done", async () => {
    const { asked, seen } = await followed([() => stream(event(1) + event(2, "done"))]);
    expect(asked).toEqual([null]);
    expect(seen).toEqual(["1 cell", "2 done"]);
  });

  it("goes on behind the last event it has seen", async () => {
    const { asked, seen } = await followed([
      () => stream(event(1) + event(2)),
      () => stream(event(3) + event(4, "done")),
    ]);
    expect(asked).toEqual([null, "2"]);
    expect(seen).toEqual(["1 cell", "2 cell", "3 cell", "4 done"]);
  });

  it("says that it cannot hold the stream, and tries on", async () => {
    const broken = () => {
      throw new TypeError("network");
    };
    const { asked, states } = await followed([broken, broken, broken, () => stream(event(1, "done"))]);
    expect(asked).toHaveLength(4);
    expect(states).toEqual(["connecting", "polling", "live"]);
  });

  it("does not ask again what was refused", async () => {
    const refused = () => {
      throw new ProblemError({ title: "There is no such thing", status: 404 });
    };
    await expect(followed([refused])).rejects.toThrow("There is no such thing");
  });

  it("stops when nobody looks any more", async () => {
    const controller = new AbortController();
    let asked = 0;
    await follow("/events", {
      signal: controller.signal,
      onEvent: () => controller.abort(),
      pause: () => 0,
      ask: async () => {
        asked++;
        return stream(event(1) + event(2) + event(3));
      },
    });
    expect(asked).toBe(1);
  });
});
