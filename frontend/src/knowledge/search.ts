import { api } from "@/api/client";
import type { Schema } from "@/api/schema-names";

/** Something that was found, and the page about it. */
export type Hit = Schema<"SearchHit">;

export function useSearch(q: string) {
  return api.useQuery("get", "/api/v1/search", { params: { query: { q, limit: 20 } } }, { enabled: q !== "" });
}

/** The one hit that is meant: the only one, or the only one that is called exactly so, with its kind or without. */
export function exactHit(hits: readonly Hit[], q: string): Hit | undefined {
  if (hits.length === 1) return hits[0];
  const wanted = q.toLowerCase();
  const called = hits.filter(({ label }) => {
    const name = label.toLowerCase();
    return name === wanted || name.replace(/^(struct|union|enum|typedef) /, "") === wanted;
  });
  return called.length === 1 ? called[0] : undefined;
}

/** Hits by kind, kinds in the order of their first. */
export function byKind(hits: readonly Hit[]): [kind: string, hits: Hit[]][] {
  const kinds = new Map<string, Hit[]>();
  for (const hit of hits) kinds.set(hit.kind, [...(kinds.get(hit.kind) ?? []), hit]);
  return [...kinds];
}

// Words that pages' addresses are made of; nobody looks for them.
const PLACES = new Set(
  "objects kernels types projects relocations causes diff renames targets runs archive docs settings api v1".split(" "),
);

/** What somebody may have looked for at an address that no page has. */
export function wordsOf(pathname: string): string {
  return pathname
    .split("/")
    .map((part) => {
      try {
        return decodeURIComponent(part);
      } catch {
        return part;
      }
    })
    .filter((part) => part !== "" && !PLACES.has(part.toLowerCase()))
    .join(" ");
}
