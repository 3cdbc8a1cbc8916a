import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useReducer, useRef } from "react";
import { api, call, client } from "@/api/client";
import { ProblemError } from "@/api/problem";
import type { Schema } from "@/api/schema-names";
import { shortSha } from "@/app/routes";
import { begin, next, type UploadEvent, type UploadState } from "./upload";

export interface Upload {
  id: number;
  file: File;
  state: UploadState;
}

type StoredObject = Schema<"StoredObject">;

type Change = { add: Upload[] } | { of: number; event: UploadEvent } | { forget: number };

function changed(uploads: Upload[], change: Change): Upload[] {
  if ("add" in change) return [...uploads, ...change.add];
  if ("forget" in change) return uploads.filter((one) => one.id !== change.forget);
  return uploads.map((one) => (one.id === change.of ? { ...one, state: next(one.state, change.event) } : one));
}

/** Files somebody dropped, each on its way to the service; what is there already is not sent. */
export function useUploads() {
  const me = api.useQuery("get", "/api/v1/me");
  const may = me.data?.scopes.includes("upload") ?? false;
  const [uploads, change] = useReducer(changed, []);
  const answers = useQueryClient();
  const count = useRef(0);
  // Which steps have been begun: effects run again, steps do not.
  const begun = useRef(new WeakSet<UploadState>());

  // The report has its sentence at once, from what was answered here, and asks for the rest.
  const known = useCallback(
    (object: StoredObject) => {
      const path = { sha256: shortSha(object.sha256) };
      const { queryKey } = api.queryOptions("get", "/api/v1/objects/{sha256}", { params: { path } });
      answers.setQueryData(queryKey, object, { updatedAt: 0 });
    },
    [answers],
  );

  useEffect(() => {
    if (me.isPending) return;
    for (const { id, file, state } of uploads) {
      if (state.at === "waiting" && may && state.error === undefined) change({ of: id, event: { was: "allowed" } });
      if (begun.current.has(state)) continue;
      begun.current.add(state);
      void stepOf(file, state, may, known).then((event) => {
        if (event !== undefined) change({ of: id, event });
      });
    }
  }, [uploads, may, known, me.isPending]);

  const drop = useCallback((files: Iterable<File>) => {
    const add = [...files].map((file) => ({ id: count.current++, file, state: begin(file) }));
    if (add.length > 0) change({ add });
  }, []);
  const forget = useCallback((id: number) => change({ forget: id }), []);
  const allow = useCallback((id: number) => change({ of: id, event: { was: "allowed" } }), []);
  return { uploads, drop, forget, allow };
}

/** What is to be done now, and what came of it. */
async function stepOf(
  file: File,
  state: UploadState,
  may: boolean,
  known: (object: StoredObject) => void,
): Promise<UploadEvent | undefined> {
  try {
    switch (state.at) {
      case "reading":
        return { was: "read", sha256: await digest(file), may };
      case "asking":
        return await ask(state.sha256, may, known);
      case "sending":
        return { was: "sent", ...(await send(file, state.sha256, known)) };
      default:
        return undefined;
    }
  } catch (error) {
    return { was: "refused", error };
  }
}

/** Browsers work digests out only on pages that came over TLS or from this machine. */
async function digest(file: File): Promise<string | undefined> {
  if (globalThis.crypto?.subtle === undefined) return undefined;
  const sum = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
  return [...new Uint8Array(sum)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function ask(sha256: string, may: boolean, known: (object: StoredObject) => void): Promise<UploadEvent> {
  try {
    const { data } = await client.GET("/api/v1/objects/{sha256}", { params: { path: { sha256 } } });
    if (data !== undefined) known(data);
    return { was: "known", sha256, headline: data?.headline ?? undefined };
  } catch (error) {
    if (error instanceof ProblemError && error.status === 404) return { was: "missing", may };
    throw error;
  }
}

async function send(file: File, sha256: string | undefined, known: (object: StoredObject) => void) {
  const answer = await call(
    `/api/v1/objects${sha256 === undefined ? "" : `/${sha256}`}?${new URLSearchParams({ name: file.name })}`,
    {
      method: sha256 === undefined ? "POST" : "PUT",
      body: file,
      headers: { "Content-Type": "application/octet-stream" },
    },
  );
  const object = (await answer.json()) as StoredObject;
  known(object);
  return { sha256: object.sha256, headline: object.headline ?? object.result?.headline ?? undefined };
}
