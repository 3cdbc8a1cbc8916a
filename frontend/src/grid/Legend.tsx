import { useMemo } from "react";
import { Link } from "react-router";
import { address } from "@/app/routes";
import type { Matrix } from "@/model/matrix";
import { LOOKS, type Verdict } from "@/model/verdict";
import { VerdictMark } from "@/ui/VerdictMark";

/** The signs that occur in a grid, in words. */
export function Legend({ matrix }: { matrix: Matrix }) {
  const present = useMemo(() => {
    const letters = new Set([...matrix.body.verdicts, matrix.body.object].flatMap((row) => [...new Set(row)]));
    return (Object.keys(LOOKS) as Verdict[]).filter((verdict) => letters.has(LOOKS[verdict].letter));
  }, [matrix]);
  const { booted } = matrix.body;
  return (
    <ul className="grid-legend small">
      {present.map((verdict) => (
        <li key={verdict}>
          <VerdictMark verdict={verdict} />
        </li>
      ))}
      {booted.some((boot) => boot.agrees === true) && <li>ᵛ a booted kernel agreed</li>}
      {booted.some((boot) => boot.agrees === false) && <li>! a booted kernel disagreed</li>}
      <li>
        <Link to={address("/docs/verdicts")}>What these promise</Link>
      </li>
    </ul>
  );
}
