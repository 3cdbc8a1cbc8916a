import { call } from "@/api/client";
import type { Schema } from "@/api/schema-names";

/** A policy as it was read, and the version it is. */
export interface PolicyText {
  text: string;
  tag: string | null;
}

function at(project: string): string {
  return `/api/v1/projects/${encodeURIComponent(project)}/policy`;
}

export async function readPolicy(project: string): Promise<PolicyText> {
  const response = await call(at(project), { cache: "no-store" });
  return { text: await response.text(), tag: response.headers.get("ETag") };
}

/** Sets the policy if it still is the version that was read; what it says now. */
export async function writePolicy(project: string, text: string, tag: string | null): Promise<Schema<"PolicyView">> {
  const headers = new Headers({ "Content-Type": "text/yaml" });
  if (tag !== null) headers.set("If-Match", tag);
  const response = await call(at(project), { method: "PUT", headers, body: text });
  return (await response.json()) as Schema<"PolicyView">;
}

/** Where in a text a refusal points, `line 2, column 1: …`, as a place to put the cursor at. */
export function placeIn(detail: string, text: string): { line: number; at: number } | undefined {
  const found = /^line (\d+), column (\d+):/.exec(detail);
  if (found === null) return undefined;
  const line = Number(found[1]);
  const before = text.split("\n").slice(0, line - 1);
  const start = before.reduce((sum, one) => sum + one.length + 1, 0);
  return { line, at: Math.min(text.length, start + Number(found[2]) - 1) };
}
