import { compareSeries, kernelName } from "./kernel";

/** A value that some kernels share. */
export interface FacetValue {
  value: string;
  count: number;
  /** As a term of a query. */
  term: string;
}

export interface Facet {
  name: string;
  values: readonly FacetValue[];
}

const FACETS = [
  ["Distribution", "distro", (value: string) => `distro:${value}`],
  ["Suite", "suite", (value: string) => `suite:${value}`],
  ["Architecture", "arch", (value: string) => `arch:${value}`],
  ["Series", "series", (value: string) => value],
] as const;

/** How many of the kernels are of which distribution, suite, architecture and series, in the archive's order. */
export function facetsOf(ids: readonly string[]): Facet[] {
  const names = ids.map(kernelName);
  return FACETS.map(([name, part, term]) => {
    const counts = new Map<string, number>();
    for (const kernel of names) counts.set(kernel[part], (counts.get(kernel[part]) ?? 0) + 1);
    const values = [...counts.entries()].map(([value, count]) => ({ value, count, term: term(value) }));
    if (part === "series") values.sort((a, b) => compareSeries(a.value, b.value));
    return { name, values };
  });
}
