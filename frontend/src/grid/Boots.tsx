import { Link } from "react-router";
import { address } from "@/app/routes";
import type { Matrix } from "@/model/matrix";
import { When } from "@/ui/When";
import type { Place } from "./layout";

/** What booted kernels of a cell said. */
export function Boots({ matrix, row, place }: { matrix: Matrix; row: number; place: Place }) {
  const boots = place.members.flatMap((column) => matrix.bootedAt(row, column) ?? []);
  if (boots.length === 0) return null;
  return (
    <section className="stack">
      <h4>Booted</h4>
      <ul className="grid-builds small">
        {boots.map((boot) => (
          <li key={boot.kernel}>
            <span>
              {boot.agrees === false ? "! " : boot.agrees === true ? "ᵛ " : ""}
              {boot.outcome}
            </span>
            <span>
              <span className="mono">{boot.kernel.split("/").at(-1)}</span>, <When at={boot.bootedAt} />
              {boot.agrees === false && <>; expected {boot.predicted}</>}
              {boot.detail !== "" && <span className="muted">: {boot.detail}</span>}
            </span>
          </li>
        ))}
      </ul>
      <p className="small">
        <Link to={address("/agreement")}>All that was booted, against what was said</Link>
      </p>
    </section>
  );
}
