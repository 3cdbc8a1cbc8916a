import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import type { Schema } from "@/api/schema-names";

type Run = Schema<"RunView">;

/** The interface as a program uses it, to lay the ground: what tests show, they do through pages. */
export class Rest {
  constructor(
    readonly url: string,
    readonly token: string,
  ) {}

  async call(method: string, path: string, body?: BodyInit, type?: string): Promise<Response> {
    const headers: Record<string, string> = { Authorization: `Bearer ${this.token}` };
    if (type !== undefined) headers["Content-Type"] = type;
    const answer = await fetch(this.url + path, { method, headers, body: body ?? null });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer;
  }

  async get<T>(path: string): Promise<T> {
    return (await (await this.call("GET", path)).json()) as T;
  }

  async json<T>(method: string, path: string, body: unknown): Promise<T> {
    const answer = await this.call(method, path, JSON.stringify(body), "application/json");
    const text = await answer.text();
    return (text === "" ? undefined : JSON.parse(text)) as T;
  }

  /** Uploads a file; its digest. */
  async upload(file: string, name = basename(file)): Promise<string> {
    const bytes = readFileSync(file);
    const sha = createHash("sha256").update(bytes).digest("hex");
    await this.call("PUT", `/api/v1/objects/${sha}?name=${encodeURIComponent(name)}`, bytes);
    return sha;
  }

  /** Until a run has ended; followed as everybody may follow it, not asked again and again. */
  async ended(id: string): Promise<Run> {
    const events = await this.call("GET", `/api/v1/runs/${id}/events`);
    await events.text();
    return this.get<Run>(`/api/v1/runs/${id}`);
  }
}
