/** Queries of kernels (docs/QUERIES.md), as far as pages put them together; the service alone understands them. */

/** What to try first, each with what it means. */
export const EXAMPLES: readonly (readonly [query: string, means: string])[] = [
  ["lts and latest", "the newest build of each longterm series' line"],
  ["debian >= 12 and arch:arm64", "Debian 12 and newer, on arm64"],
  ["6.1..6.12", "from one series to another, both meant"],
  [">= 6.6 and not cloud", "by version of Linux, without a variant"],
  ["suite:trixie*", "a suite and its backports and security builds"],
  ["latest 3 and arch:amd64", "the three newest builds of each line and flavour"],
  ["trixie/amd64", "kernels whose name has that part"],
];

/** The language in short: a term and what it means. */
export const TERMS: readonly (readonly [term: string, means: string])[] = [
  ["trixie/amd64", "ids that end in it after a slash, else ids with that part"],
  ["*/arm64/6.1?.*", "whole ids that fit; * is any text, ? one character"],
  ["6.1, 6.12.107", "that version of Linux and all that begins with it"],
  [">= 6.6, >, <=, <, =", "by version of Linux"],
  ["6.1..6.12", "from one to the other"],
  ["debian 12, debian >= bookworm", "by line of the distribution"],
  ["arch: flavour: suite: distro:", "by exactly that value, or a pattern"],
  ["cloud, rt", "flavours of that variant"],
  ["lts", "the longterm series"],
  ["latest, latest 3", "the newest builds of each line, architecture and flavour"],
  ["and, or, not, ( ), a comma", "join them; a comma is an or"],
  ["all", "all kernels"],
];

/** What is asked where nobody said which kernels. */
export function orAll(query: string): string {
  return query.trim() === "" ? "all" : query;
}

// Whether a query is terms joined by `and` alone, so that one may be taken off; parentheses and `or` are left alone.
function conjuncts(query: string): string[] | null {
  const text = query.trim();
  if (/[(),]|\bor\b/i.test(text)) return null;
  return text === "" || text.toLowerCase() === "all" ? [] : text.split(/\s+and\s+/i);
}

export function hasTerm(query: string, term: string): boolean {
  return conjuncts(query)?.includes(term) ?? false;
}

/** The query and the term, both. */
export function withTerm(query: string, term: string): string {
  const terms = conjuncts(query);
  if (terms === null) return `(${query.trim()}) and ${term}`;
  return terms.includes(term) ? query : [...terms, term].join(" and ");
}

/** The query without the term; empty where nothing is left. */
export function withoutTerm(query: string, term: string): string {
  return (conjuncts(query) ?? [query]).filter((one) => one !== term).join(" and ");
}

/** Queries that would do, which the sentence about a query that means nothing names: `'bookw' matches 218`. */
export function suggestions(detail: string): { query: string; count: number }[] {
  return [...detail.matchAll(/'([^']+)' matches (\d+)/g)].map(([, query = "", count]) => ({
    query,
    count: Number(count),
  }));
}

/** The sentence without what only helps at a terminal. */
export function forReaders(detail: string): string {
  return detail
    .split("; ")
    .filter((part) => !part.includes("'relogrid kernels'") && !/^'[^']+' matches \d+$/.test(part))
    .join("; ");
}

/** As it stands in a `.relogrid` file. */
export function asPolicy(query: string): string {
  return `required:\n  - ${yamlText(query)}\n`;
}

// Plain where YAML takes it so; quoted where it would be read as something else.
function yamlText(text: string): string {
  return /^[\w][\w ./+-]*$/.test(text) && !/^[\d.]+$/.test(text) ? text : `"${text.replaceAll(/["\\]/g, "\\$&")}"`;
}
