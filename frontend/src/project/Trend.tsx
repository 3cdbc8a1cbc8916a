import { shortSha } from "@/app/routes";
import { DataTable } from "@/ui/DataTable";
import { absolute, When } from "@/ui/When";
import { draw, type Moment } from "./moments";
import "./project.css";

const WIDTH = 100;
const HEIGHT = 100;

interface TrendProps {
  moments: readonly Moment[];
  /** What it is of, for those who do not see it. */
  of: string;
}

/** How the pass count went: a line that goes by steps, and the same as a table. */
export function Trend({ moments, of }: TrendProps) {
  const first = moments[0];
  const last = moments.at(-1);
  if (first === undefined || last === undefined) return <p className="muted">Nothing was judged here yet.</p>;
  const most = Math.max(...moments.map((one) => one.total));
  const { path, dots } = draw(moments, WIDTH, HEIGHT);
  const says = `${of}: from ${first.pass} of ${first.total} kernels on ${absolute(first.at)} to ${last.pass} of ${last.total} on ${absolute(last.at)}, over ${moments.length} changes.`;
  return (
    <figure className="stack">
      {moments.length > 1 && (
        <div className="project-trend" role="img" aria-label={says}>
          <span className="project-trend-top">{most}</span>
          <span className="project-trend-bottom">0</span>
          <div className="project-trend-box">
            <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
              <path className="project-trend-line" d={path} vectorEffect="non-scaling-stroke" />
            </svg>
            {dots.map(({ x, y }, at) => (
              <span
                key={moments[at]?.at}
                className="project-trend-dot"
                style={{ left: `${x}%`, top: `${y}%` }}
                title={told(moments[at])}
              />
            ))}
          </div>
          <span className="project-trend-start">{absolute(first.at).slice(0, 10)}</span>
          <span className="project-trend-end">
            {absolute(last.at).slice(0, 10)}: {last.pass} of {last.total}
          </span>
        </div>
      )}
      <figcaption className="small muted">
        {moments.length > 1
          ? "Required kernels that the weakest object passes on, at each change of an object."
          : `${last.pass} of ${last.total} required kernels since ${absolute(first.at)}; a line is drawn from the second change on.`}
      </figcaption>
      <details className="project-fold project-slim">
        <summary>The same as a table</summary>
        <DataTable
          label={of}
          rowKey={(row) => row.at}
          rows={[...moments].reverse()}
          columns={[
            { head: "When", cell: (row) => <When at={row.at} /> },
            { head: "Pass", number: true, cell: (row) => row.pass },
            { head: "Of", number: true, cell: (row) => row.total },
            { head: "Weakest object", cell: (row) => <span className="mono">{row.weakest}</span> },
            { head: "What changed", cell: (row) => <Changed moment={row} /> },
          ]}
        />
      </details>
    </figure>
  );
}

function Changed({ moment }: { moment: Moment }) {
  return (
    <ul className="project-plain">
      {moment.changed.map((one) => (
        <li key={one.path}>
          <span className="mono">{one.path}</span>
          {one.gone && " taken off"}
          {one.commit !== null && <span className="muted"> at {shortSha(one.commit)}</span>}
        </li>
      ))}
    </ul>
  );
}

function told(moment: Moment | undefined): string | undefined {
  if (moment === undefined) return undefined;
  const changed = moment.changed.map((one) => (one.gone ? `${one.path} taken off` : one.path)).join(", ");
  return `${absolute(moment.at)}: ${moment.pass} of ${moment.total}; ${changed}`;
}
