import type { Scope } from "@/project/access";

/** What a token is to be. */
export interface Wanted {
  name: string;
  scope: Scope;
  project: string;
  /** A day, as `2026-12-31`; empty for no end. */
  ends: string;
}

export interface Body {
  name: string;
  scopes: Scope[];
  project: string | null;
  expiresAt: string | null;
}

/** What is wrong with it, by field; nothing when it is good. */
export function faults(wanted: Wanted, today: string): Partial<Record<keyof Wanted, string>> {
  const found: Partial<Record<keyof Wanted, string>> = {};
  if (wanted.name.trim() === "") found.name = "A token needs a name that says who has it.";
  else if (wanted.name.trim().length > 100) found.name = "The name has more than 100 characters.";
  if (wanted.ends !== "" && wanted.ends < today) found.ends = "This day is over.";
  return found;
}

/** As the interface takes it; a token holds to the end of its last day, in UTC. */
export function bodyOf(wanted: Wanted): Body {
  return {
    name: wanted.name.trim(),
    scopes: [wanted.scope],
    project: wanted.project === "" ? null : wanted.project,
    expiresAt: wanted.ends === "" ? null : `${wanted.ends}T23:59:59Z`,
  };
}
