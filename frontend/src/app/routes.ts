/**
 * Every page and its address. The service answers the same addresses with text (`dev.relogrid.web.page`); a test of its
 * compares the two lists. A slash in a ref's name is written `~`.
 */
export const PATHS = [
  "/",
  "/search",
  "/objects",
  "/objects/:sha",
  "/objects/:sha/relocations/:number",
  "/objects/:sha/causes/:number",
  "/objects/:sha/kernels",
  "/projects",
  "/projects/:project",
  "/projects/:project/:ref",
  "/diff/:range",
  "/kernels",
  "/kernels/:distro/:suite/:arch/:release",
  "/types",
  "/types/:name",
  "/types/:name/:field",
  "/renames",
  "/targets",
  "/runs",
  "/runs/:id",
  "/archive",
  "/agreement",
  "/events",
  "/settings",
  "/settings/tokens",
  "/settings/audit",
  "/settings/projects/:project",
  "/docs/verdicts",
  "/docs/verdicts/:code",
  "/docs/problems",
  "/docs/problems/:code",
] as const;

export type Path = (typeof PATHS)[number];

/** The parts of a path that vary. */
type Parts<P extends string> = P extends `${string}:${infer Part}/${infer Rest}`
  ? Part | Parts<Rest>
  : P extends `${string}:${infer Part}`
    ? Part
    : never;

/** Further words of an address; those that are undefined or empty are left out. */
export type Query = Record<string, string | number | undefined>;

/** The address of a page. */
export function address<P extends Path>(
  path: P,
  ...given: [Parts<P>] extends [never]
    ? [parts?: undefined, query?: Query]
    : [Record<Parts<P>, string | number>, Query?]
): string {
  const [parts, query] = given as [Record<string, string | number> | undefined, Query | undefined];
  const filled = path.replace(/:(\w+)/g, (_, part: string) => segment(String(parts?.[part])));
  const words = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined && value !== "") words.set(name, String(value));
  }
  return words.size > 0 ? `${filled}?${words}` : filled;
}

// `+` stands in the names of kernels and may stand as it is in a path.
function segment(text: string): string {
  return encodeURIComponent(text).replaceAll("%2B", "+");
}

/** A ref's name as it is written in an address. */
export function refSegment(ref: string): string {
  return ref.replaceAll("/", "~");
}

/** The address of a kernel's page; `id` is `distro/suite/arch/release`. */
export function kernelAddress(id: string): string {
  return "/kernels/" + id.split("/").map(segment).join("/");
}

/** How much of a digest an address shows: the interface takes 12 digits or more. */
export function shortSha(sha256: string): string {
  return sha256.slice(0, 12);
}

export function objectAddress(sha256: string, query?: Query): string {
  return address("/objects/:sha", { sha: shortSha(sha256) }, query);
}
