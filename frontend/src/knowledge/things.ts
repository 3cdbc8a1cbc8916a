import { address } from "@/app/routes";
import type { Schema } from "@/api/schema-names";

export type Rename = Schema<"Rename">;

const KINDS = ["struct", "union", "enum", "typedef", "func", "config"] as const;

/** Whether a name says what it is, `struct inode`, as the history needs it. */
export function hasKind(name: string): boolean {
  return KINDS.some((kind) => name.startsWith(`${kind} `));
}

/** Whether it is a function or an option: those have no members. */
export function isAlone(name: string): boolean {
  return name.startsWith("func ") || name.startsWith("config ");
}

/** The page of a type; of a function or option, which are asked for in the same way, too. */
export function typeAddress(name: string, query?: Record<string, string | undefined>): string {
  return address("/types/:name", { name }, query);
}

export function fieldAddress(owner: string, field: string): string {
  return address("/types/:name/:field", { name: owner, field });
}

/** The page of what a rename is about, by its old name. */
export function renameAddress(rename: Rename): string {
  if (rename.kind === "function") return typeAddress(`func ${rename.from}`);
  if (rename.kind === "type") return typeAddress(rename.from);
  return fieldAddress(rename.owner, plainPath(rename.from));
}

/** The page of what a rename leads to; none where its new place is no member of the same type. */
export function successorAddress(rename: Rename, to: string): string | undefined {
  if (rename.kind === "function") return typeAddress(`func ${to}`);
  if (rename.kind === "type") return typeAddress(to);
  return to.includes("->") ? undefined : fieldAddress(rename.owner, plainPath(to));
}

// Curated paths mark an array with `[]`, which the history does not.
function plainPath(path: string): string {
  return path.replaceAll("[]", "");
}

/**
 * Renames that say something of a member or enumerator, under its old name or one of its new ones, and what became of it
 * after: `i_ctime` to `__i_ctime` to `i_ctime_sec`.
 */
export function renamesOf(renames: readonly Rename[], owner: string, field: string): Rename[] {
  const names = [field];
  const found = new Set<Rename>();
  // Names that are added while it goes are looked at, too; each rename adds its names once.
  for (const name of names) {
    for (const rename of renames) {
      if (rename.owner !== owner || found.has(rename)) continue;
      const paths = [rename.from, ...rename.to].map(plainPath);
      if (!paths.some((path) => concerns(path, name))) continue;
      found.add(rename);
      names.push(...paths);
    }
  }
  return renames.filter((rename) => found.has(rename));
}

// `i_ctime` says something of `i_ctime.tv_sec`.
function concerns(path: string, field: string): boolean {
  return path === field || field.startsWith(`${path}.`);
}
