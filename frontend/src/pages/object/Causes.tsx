import { useMemo, useState } from "react";
import type { Query } from "@/app/routes";
import type { Cause, Matrix } from "@/model/matrix";
import { CauseCard } from "@/object/CauseCard";
import { together } from "@/object/reason";
import { Button } from "@/ui/Button";

const AT_FIRST = 5;

/** What is in the way, the worst first; what is missing and not needed is behind a count. */
export function Causes({ matrix, query }: { matrix: Matrix; query: Query }) {
  const [all, setAll] = useState(false);
  const groups = useMemo(() => together(matrix.causes), [matrix]);
  const matter = groups.filter((group) => group[0]?.effect !== "guarded");
  const guarded = groups.filter((group) => group[0]?.effect === "guarded");
  const shown = all ? matter : matter.slice(0, AT_FIRST);
  return (
    <section className="stack" aria-labelledby="causes">
      <h2 id="causes">{headingOf(matter.length)}</h2>
      {matter.length === 0 && <p>{nothing(matrix, guarded.length)}</p>}
      <Cards groups={shown} matrix={matrix} query={query} />
      {shown.length < matter.length && (
        <p>
          <Button onClick={() => setAll(true)}>Show {matter.length - shown.length} more causes</Button>
        </p>
      )}
      {guarded.length > 0 && (
        <details className="stack object-guarded">
          <summary>
            {guarded.length} guarded {guarded.length === 1 ? "cause" : "causes"}: missing somewhere, and not reached
            there
          </summary>
          <div className="stack">
            <Cards groups={guarded} matrix={matrix} query={query} />
          </div>
        </details>
      )}
    </section>
  );
}

function Cards({ groups, matrix, query }: { groups: readonly Cause[][]; matrix: Matrix; query: Query }) {
  return groups.map(
    ([first, ...more]) =>
      first && <CauseCard key={first.number} causes={[first, ...more]} matrix={matrix} query={query} />,
  );
}

function headingOf(count: number): string {
  return count === 0 ? "Nothing to mend" : count === 1 ? "1 cause" : `${count} causes, the worst first`;
}

function nothing(matrix: Matrix, guarded: number): string {
  if (guarded > 0) return "Whatever is missing on some of these kernels, the object does not come to it there.";
  if (matrix.body.counts.ok === 0) return "No kernel here says anything about this object.";
  return "Whatever the object needs is on every one of these kernels that has BTF, and means the same there.";
}
