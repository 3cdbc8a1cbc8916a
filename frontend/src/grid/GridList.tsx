import { useState } from "react";
import { familyName, type Family } from "@/model/families";
import { inRanges, WHOLE, type Cause, type Matrix } from "@/model/matrix";
import { Button } from "@/ui/Button";
import { whereIn } from "@/model/ranges";
import { VerdictMark } from "@/ui/VerdictMark";
import { factOf, lineOf, missing, rowName, verdictOfEffect } from "./facts";
import type { Place } from "./layout";

interface GridListProps {
  matrix: Matrix;
  /** Programs and families that are shown. */
  rows: readonly number[];
  groups: readonly Family[];
  onOpen: (row: number, place: Place) => void;
}

const FEW = 12;

/** The grid's facts as text: by cause, and then by family of kernels. For whoever hears the page, prints it, or has a
 * narrow screen; every cell that is worth opening can be opened from here. */
export function GridList({ matrix, rows, groups, onOpen }: GridListProps) {
  const shown = new Set(groups.flatMap((family) => family.columns));
  const wanted = new Set(rows);
  const causes = matrix.causes.filter(
    (cause) =>
      (rows.length === 0 || cause.programs.some((row) => wanted.has(row))) &&
      [...shown].some((column) => inRanges(cause.kernels, column)),
  );
  const [all, setAll] = useState(false);
  const some = all ? causes : causes.slice(0, FEW);
  return (
    <div className="grid-list stack">
      {causes.length > 0 && <h3>By cause</h3>}
      {some.map((cause) => (
        <CauseSection key={cause.number} matrix={matrix} cause={cause} rows={rows} groups={groups} onOpen={onOpen} />
      ))}
      {some.length < causes.length && (
        <div>
          <Button onClick={() => setAll(true)}>Show {causes.length - some.length} more causes</Button>
        </div>
      )}
      <h3>By kernels</h3>
      <FamilyTable matrix={matrix} rows={rows} groups={groups} onOpen={onOpen} />
    </div>
  );
}

function CauseSection({ matrix, cause, rows, groups, onOpen }: GridListProps & { cause: Cause }) {
  const line = lineOf(cause);
  const row = cause.programs.find((each) => rows.includes(each)) ?? WHOLE;
  const parts = groups.flatMap((family) => {
    const members = family.columns.filter((column) => inRanges(cause.kernels, column));
    return members.length === 0 ? [] : [{ family, members }];
  });
  const columns = parts.flatMap((part) => part.members).sort((a, b) => a - b);
  const where = whereIn(
    matrix,
    columns.map((column) => [column, column]),
  );
  const names = cause.programs.filter((each) => rows.includes(each)).map((each) => rowName(matrix, each));
  return (
    <section className="grid-list-cause">
      <h4>
        <VerdictMark verdict={verdictOfEffect(cause.effect)} word={cause.effect} /> {missing(cause)}
      </h4>
      <p className="small muted">
        {line !== undefined && <span className="mono">{line}</span>} {few(names)}
      </p>
      <p>
        {where.versions}{" "}
        <span className="muted">· {columns.length === 1 ? "1 build" : `${columns.length} builds`}</span>
      </p>
      <details>
        <summary className="small">{parts.length === 1 ? "1 family" : `${parts.length} families`} of kernels</summary>
        <ul className="grid-chips">
          {parts.map(({ family, members }) => (
            <li key={family.key}>
              <button type="button" className="grid-chip" onClick={() => onOpen(row, placeOfFamily(family))}>
                {family.label}
                {family.archs && ` ${family.arch}`}{" "}
                <span className="muted">
                  {members.length === family.columns.length ? "all " : `${members.length} of `}
                  {family.columns.length}
                </span>
              </button>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}

function FamilyTable({ matrix, rows, groups, onOpen }: GridListProps) {
  const whole = rows.length === 1 ? rows[0]! : WHOLE;
  return (
    <div className="scrolls" role="region" aria-label="Kernels and what they say" tabIndex={0}>
      <table className="table grid-families">
        <thead>
          <tr>
            <th scope="col">Kernels</th>
            <th scope="col">{rowName(matrix, whole)}</th>
            {rows.length > 1 && <th scope="col">Programs that do not relocate</th>}
          </tr>
        </thead>
        <tbody>
          {groups.map((family) => {
            const fact = factOf(matrix, whole, family.columns);
            return (
              <tr key={family.key}>
                <th scope="row">{familyName(family)}</th>
                <td>
                  <button type="button" className="grid-chip" onClick={() => onOpen(whole, placeOfFamily(family))}>
                    <VerdictMark verdict={fact.verdict} />
                    {fact.count < fact.of && (
                      <span className="muted">
                        {" "}
                        {fact.count} of {fact.of}
                      </span>
                    )}
                    <span className="only-heard"> on {family.label}: open</span>
                  </button>
                </td>
                {rows.length > 1 && <td className="small">{troubled(matrix, rows, family)}</td>}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function troubled(matrix: Matrix, rows: readonly number[], family: Family): string {
  const names = rows
    .filter((row) => !["ok", "guarded"].includes(factOf(matrix, row, family.columns).verdict))
    .map((row) => rowName(matrix, row));
  return names.length === 0 ? "none" : few(names);
}

/** The first names of many. */
function few(names: readonly string[]): string {
  return names.length <= 6 ? names.join(", ") : `${names.slice(0, 5).join(", ")} and ${names.length - 5} more`;
}

/** A family as a column of its own, which is what the drawer shows. */
function placeOfFamily(family: Family): Place {
  return { family, members: family.columns, release: undefined, x: 0, width: 0, gap: 0, before: 0 };
}
