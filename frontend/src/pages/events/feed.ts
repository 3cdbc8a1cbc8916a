import { client } from "@/api/client";
import type { Schema } from "@/api/schema-names";

export type EventMessage = Schema<"EventMessage">;

/** As many as the interface gives at once. */
const LIMIT = 500;

/**
 * Every event, the newest first. The interface gives the oldest first, for those who come back for what is new; a page
 * that is not full is the last.
 */
export async function newestFirst(project: string | undefined, signal: AbortSignal): Promise<EventMessage[]> {
  const all: EventMessage[] = [];
  let cursor: string | undefined;
  for (;;) {
    const { data } = await client.GET("/api/v1/events", {
      params: { query: { project, cursor, limit: LIMIT } },
      signal,
    });
    if (data === undefined) break;
    all.push(...data.items);
    cursor = data.nextCursor ?? undefined;
    if (data.items.length < LIMIT || cursor === undefined) break;
  }
  return all.reverse();
}
