import type { Matrix } from "@/model/matrix";
import { VerdictMark } from "@/ui/VerdictMark";
import { causeOf, factOf, lineOf, missing, placeName, rowName } from "./facts";
import type { Place } from "./layout";

interface TipProps {
  matrix: Matrix;
  row: number;
  place: Place;
  /** The cell, as it stands on the screen. */
  beside: DOMRect;
  onLeave: () => void;
}

const WIDE = 320;

/**
 * What a cell says in words, beside it: the cell's name says the same to those who hear the page. It stays while the
 * pointer is on it, and Esc takes it away.
 */
export function Tip({ matrix, row, place, beside, onLeave }: TipProps) {
  const fact = factOf(matrix, row, place.members);
  const cause = causeOf(matrix, row, place.members, fact.verdict);
  const line = cause === undefined ? undefined : lineOf(cause);
  const left = Math.max(8, Math.min(beside.left, document.documentElement.clientWidth - WIDE - 8));
  const below = beside.bottom + 170 < window.innerHeight;
  const at = below ? { top: beside.bottom } : { bottom: window.innerHeight - beside.top };
  return (
    <div className="grid-tip" role="tooltip" style={{ left, ...at }} onMouseLeave={onLeave}>
      <p className="small muted">
        {rowName(matrix, row)} on {placeName(matrix, place)}
      </p>
      <p>
        <VerdictMark verdict={fact.verdict} />
        {fact.count < fact.of && ` on ${fact.count} of ${fact.of}`}
        {fact.booted !== undefined && `; a booted kernel ${fact.booted}`}
      </p>
      {cause !== undefined && (
        <p>
          {missing(cause)}
          {line !== undefined && <span className="mono muted"> {line}</span>}
        </p>
      )}
    </div>
  );
}
