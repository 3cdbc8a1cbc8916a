import type { Family } from "@/model/families";
import { WHOLE, type Matrix } from "@/model/matrix";
import type { At } from "./focus";
import type { Layout, Place } from "./layout";

/** A cell by what it is about, wherever it stands. */
export interface OpenedCell {
  row: number;
  place: Place;
}

/** What stands in the address: `on_open@debian/trixie/amd64/6.12.74`, or a family's key behind the `@`. */
export function cellWord(matrix: Matrix, { row, place }: OpenedCell): string {
  const name = row === WHOLE ? "" : (matrix.programs[row]?.name ?? "");
  const build = place.release === undefined ? undefined : matrix.columns[place.members[0] ?? -1];
  return `${name}@${build?.id ?? place.family.key}`;
}

/** The cell the address names; undefined where nothing is there any more. */
export function cellOf(matrix: Matrix, groups: readonly Family[], word: string | undefined): OpenedCell | undefined {
  const cut = word?.indexOf("@") ?? -1;
  if (word === undefined || cut < 0) return undefined;
  const [name, where] = [word.slice(0, cut), word.slice(cut + 1)];
  const row = name === "" ? WHOLE : matrix.programs.findIndex((program) => program.name === name);
  if (row < 0 && name !== "") return undefined;
  const family = groups.find((each) => each.key === where);
  const flat = { x: 0, width: 0, gap: 0, before: 0 };
  if (family !== undefined) return { row, place: { family, members: family.columns, release: undefined, ...flat } };
  const column = matrix.columns.find((each) => each.id === where);
  const home = column === undefined ? undefined : groups.find((each) => each.columns.includes(column.at));
  if (column === undefined || home === undefined) return undefined;
  return { row, place: { family: home, members: [column.at], release: column.release, ...flat } };
}

/** Where it stands in the grid, or the family it is in while that is closed. */
export function standsAt(layout: Layout, opened: OpenedCell | undefined): At | undefined {
  if (opened === undefined) return undefined;
  const column = layout.places.findIndex((place) => place.members.includes(opened.place.members[0] ?? -1));
  const row = layout.rows.indexOf(opened.row);
  return row < 0 || column < 0 ? undefined : { row, column };
}
