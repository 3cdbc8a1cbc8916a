import { useMemo, useState } from "react";
import { families } from "@/model/families";
import { LOOKS, VERDICTS } from "@/model/verdict";
import type { Matrix } from "@/model/matrix";
import { whereOf } from "@/model/ranges";
import { layout as layoutOf } from "@/grid/layout";
import { sizesOf } from "@/grid/sizes";
import { Strip } from "@/grid/Strip";
import { Viewport } from "@/grid/viewport";
import { VerdictMark } from "@/ui/VerdictMark";
import "@/grid/grid.css";

/** Every kernel in a line, and where each verdict holds. */
export function Kernels({ matrix }: { matrix: Matrix }) {
  const layout = useMemo(
    () => layoutOf(matrix, [0], families(matrix.columns, "distro"), new Set(), sizesOf("standard", 1_280)),
    [matrix],
  );
  // All of it is in sight: there is no grid below that shows a part.
  const [viewport] = useState(() => new Viewport());
  viewport.last = layout.places.length - 1;
  const judged = matrix.columns.filter((column) => LOOKS[matrix.objectVerdict(column.at)].standing !== "aside");
  const said = VERDICTS.filter((verdict) => judged.some((column) => matrix.objectVerdict(column.at) === verdict));
  return (
    <section className="stack" aria-labelledby="kernels">
      <h2 id="kernels">Every kernel</h2>
      <Strip matrix={matrix} layout={layout} viewport={viewport} onJump={() => undefined} />
      <dl className="facts">
        {said.toReversed().map((verdict) => {
          // Kernels without BTF say nothing of what holds on the others.
          const among = judged.filter((column) => verdict === "no_btf" || matrix.objectVerdict(column.at) !== "no_btf");
          const where = whereOf(among, (place) => {
            const column = among[place];
            return column !== undefined && matrix.objectVerdict(column.at) === verdict;
          });
          return (
            <div key={verdict} style={{ display: "contents" }}>
              <dt>
                <VerdictMark verdict={verdict} />
              </dt>
              <dd>
                {where.versions} <span className="muted">· {where.kernels} builds</span>
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}
