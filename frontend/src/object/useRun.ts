import { useEffect, useRef, useState } from "react";
import { client } from "@/api/client";

/** How far a run is. */
export interface Progress {
  done: number;
  total: number;
  /** Since it is followed, in milliseconds. */
  elapsed: number;
  /** Why it failed. */
  error?: string;
}

const PAUSE = 1_000;
const ENDED = ["done", "failed", "cancelled"];

/**
 * Follows a run until it ends. Events come by themselves, where the browser may read them: it sends no token with such a
 * request, so a service that is not open to all is asked again and again instead.
 */
export function useRun(id: string | undefined, ended: () => void): Progress | undefined {
  const [progress, setProgress] = useState<Progress>();
  const last = useRef(ended);
  last.current = ended;
  useEffect(() => {
    if (id === undefined) return undefined;
    const begun = performance.now();
    const tell = (done: number, total: number) => setProgress({ done, total, elapsed: performance.now() - begun });
    let timer: ReturnType<typeof setTimeout> | undefined;
    let over = false;
    const poll = async () => {
      if (over) return;
      try {
        const { data } = await client.GET("/api/v1/runs/{id}", { params: { path: { id } } });
        if (over || data === undefined) return;
        tell(data.done, data.total);
        if (data.state === "failed" || data.state === "cancelled") {
          setProgress({
            done: data.done,
            total: data.total,
            elapsed: 0,
            error: data.error ?? `The run was ${data.state}.`,
          });
        }
        if (ENDED.includes(data.state)) return data.state === "done" ? last.current() : undefined;
      } catch {
        // It is asked again: a service that comes back goes on with its runs.
      }
      timer = setTimeout(() => void poll(), PAUSE);
      return undefined;
    };
    const events = new EventSource(`/api/v1/runs/${id}/events`);
    events.addEventListener("progress", (event) => {
      const { done, total } = JSON.parse(String(event.data)) as { done: number; total: number };
      tell(done, total);
    });
    const asking = () => {
      events.close();
      void poll();
    };
    // How it ended is in the run itself.
    events.addEventListener("done", asking);
    events.addEventListener("error", asking);
    return () => {
      over = true;
      clearTimeout(timer);
      events.close();
    };
  }, [id]);
  return progress;
}

/** `640 of 2 140, about 1 s`. */
export function progressText(progress: Progress | undefined): string {
  if (progress === undefined || progress.total === 0) return "in the queue";
  const { done, total, elapsed } = progress;
  const said = `${done.toLocaleString("en").replaceAll(",", " ")} of ${total.toLocaleString("en").replaceAll(",", " ")}`;
  if (done === 0 || done >= total) return said;
  const rest = Math.max(1, Math.round(((elapsed / done) * (total - done)) / 1_000));
  return `${said}, about ${rest < 90 ? `${rest} s` : `${Math.round(rest / 60)} min`}`;
}
