export const DENSITIES = ["standard", "compact", "dense"] as const;
export type Density = (typeof DENSITIES)[number];

/** Everything a grid is measured by, in CSS pixels. */
export interface Sizes {
  row: number;
  /** A column of one build, and one of a family. */
  build: number;
  family: number;
  /** The first column: programs' names. */
  names: number;
  /** The line over opened families, and the labels under it. */
  band: number;
  labels: number;
  /** What separates one suite's columns from the next one's. */
  gap: number;
  /** The sign of a verdict, and the words beside it. */
  sign: number;
  text: number;
}

/**
 * Cells of `standard` and `compact` are targets of 24 pixels and more (WCAG 2.5.8). Those of `dense` are smaller and are
 * meant for looking at a thousand kernels at once: whatever pressing one does, the list view does with buttons of full
 * size, the button to it stands over the grid, and the arrow keys reach every cell. That is the exception for equivalent
 * controls; it is why nobody gets this density without choosing it.
 */
export const SIZES: Record<Density, Sizes> = {
  standard: { row: 32, build: 32, family: 68, names: 248, band: 30, labels: 176, gap: 5, sign: 15, text: 12 },
  compact: { row: 26, build: 26, family: 56, names: 208, band: 28, labels: 164, gap: 4, sign: 13, text: 11 },
  dense: { row: 15, build: 12, family: 30, names: 168, band: 26, labels: 150, gap: 3, sign: 9, text: 10 },
};

/** On a narrow screen names leave more than half of it to the cells. */
export function sizesOf(density: Density, wide: number): Sizes {
  const sizes = SIZES[density];
  return { ...sizes, names: Math.max(96, Math.min(sizes.names, Math.floor(wide * 0.42))) };
}
