import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { ServerEvent } from "@/api/event-parser";
import { follow } from "@/api/events";
import { NOTHING, take, type Told } from "./told";

// Cells come by the hundred; nobody reads faster.
const PACE = 150;

/** Follows a run while its page is shown. */
export function useEvents(id: string): Told {
  const [told, setTold] = useState(NOTHING);
  const queries = useQueryClient();
  useEffect(() => {
    const controller = new AbortController();
    let waiting: ServerEvent[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    setTold(NOTHING);
    const flush = () => {
      const events = waiting;
      waiting = [];
      timer = undefined;
      setTold((before) => take(before, events));
    };
    const onEvent = (event: ServerEvent) => {
      waiting.push(event);
      timer ??= setTimeout(flush, PACE);
    };
    const following = follow(`/api/v1/runs/${encodeURIComponent(id)}/events`, {
      signal: controller.signal,
      onEvent,
      onState: (state) => setTold((before) => ({ ...before, following: state })),
    });
    void following
      // How it ended is in the run itself and in lists; what it found, in the report of its object and beyond.
      .then(() => queries.invalidateQueries())
      // What was refused, the run's own query is refused, too, and its page says so.
      .catch(() => setTold((before) => ({ ...before, following: "polling" })));
    return () => {
      controller.abort();
      clearTimeout(timer);
    };
  }, [id, queries]);
  return told;
}
