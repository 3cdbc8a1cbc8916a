/**
 * The kernels a policy requires as one query, from what it says of itself sentence by sentence; nothing where it requires
 * all, or where its sentence is none that is known here.
 */
export function requiredQuery(says: readonly string[]): string | undefined {
  const required = queriesOf(says, "Required: ");
  if (required === undefined) return undefined;
  if (required !== "all kernels") return required;
  const watched = queriesOf(says, "Watched: ");
  return watched === undefined ? undefined : `not (${watched})`;
}

function queriesOf(says: readonly string[], begins: string): string | undefined {
  const sentence = says.find((one) => one.startsWith(begins));
  if (sentence === undefined) return undefined;
  const queries = sentence.slice(begins.length).replace(/\.$/, "").split("; ");
  // A comma in a query is an "or", which binds least.
  return queries.join(", ");
}
