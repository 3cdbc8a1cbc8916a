import type { Rename } from "@/knowledge/things";

/** What belongs to one type; types and functions, which belong to none, are groups of their own at the end. */
export interface Group {
  title: string;
  type?: string;
  renames: readonly Rename[];
}

const ALONE: Record<string, string> = { type: "Types", function: "Functions" };

export function grouped(renames: readonly Rename[]): Group[] {
  const groups = new Map<string, { alone: boolean; renames: Rename[] }>();
  for (const rename of renames) {
    const alone = rename.owner === "";
    const title = alone ? (ALONE[rename.kind] ?? rename.kind) : rename.owner;
    const group = groups.get(title);
    if (group === undefined) groups.set(title, { alone, renames: [rename] });
    else group.renames.push(rename);
  }
  return [...groups.entries()]
    .sort(([, a], [, b]) => Number(a.alone) - Number(b.alone))
    .map(([title, group]) =>
      group.alone ? { title, renames: group.renames } : { title, type: title, renames: group.renames },
    );
}

/** Whether every word is somewhere in it: in a name, the release, the commit or the reason. */
export function matches(rename: Rename, words: string): boolean {
  const text = [rename.owner, rename.from, ...rename.to, rename.since, rename.commit, rename.backports, rename.what]
    .join(" ")
    .toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
