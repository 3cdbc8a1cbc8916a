import { api } from "@/api/client";
import type { Schema } from "@/api/schema-names";

export type Me = Schema<"Me">;
export type Scope = "read" | "upload" | "admin";

/** Who is asking, and what they may do. */
export function useMe() {
  return api.useQuery("get", "/api/v1/me");
}

/**
 * Why somebody may not do something, as a sentence; nothing where they may. Whoever is bound to a project may write to it
 * alone, and nowhere to what concerns everybody.
 *
 * @param project what it would be done to; none for what concerns everybody
 */
export function lacking(me: Me, scope: Scope, project?: string): string | undefined {
  if (me.kind === "anonymous") return `This needs a token with the scope ${scope}. Nobody is signed in here.`;
  if (!me.scopes.includes(scope)) {
    const has = me.scopes.length === 0 ? "no scope" : listed(me.scopes);
    return `This needs the scope ${scope}; ${me.name} has ${has}.`;
  }
  if (me.project !== null && me.project !== undefined && me.project !== project) {
    return `${me.name} is bound to the project ${me.project} and writes nowhere else.`;
  }
  return undefined;
}

function listed(scopes: readonly string[]): string {
  return scopes.length === 1 ? `the scope ${scopes[0]} only` : `the scopes ${scopes.join(" and ")}`;
}
