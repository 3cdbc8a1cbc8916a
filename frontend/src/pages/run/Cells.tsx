import { Link } from "react-router";
import { kernelAddress } from "@/app/routes";
import { LOOKS, type Verdict } from "@/model/verdict";
import { VerdictMark } from "@/ui/VerdictMark";
import { OutcomeMark } from "@/knowledge/OutcomeMark";
import { isBooted, type AnsweredCell, type BootedCell, type Told } from "./told";

/** What kernels said, newest first, and how often each. */
export function Cells({ told }: { told: Told }) {
  if (told.came === 0) return null;
  const booted = told.cells.some(({ cell }) => isBooted(cell));
  return (
    <>
      <h2>{booted ? "What booted kernels said" : "What kernels answered"}</h2>
      <ul className="row run-tally" aria-label={booted ? "Programs by what became of them" : "Kernels by verdict"}>
        {Object.entries(told.tally).map(([word, count]) => (
          <li key={word}>
            {booted ? <OutcomeMark outcome={word} /> : <Mark verdict={word} />} <span className="number">{count}</span>
          </li>
        ))}
      </ul>
      {told.disagree > 0 && (
        <div className="notice" data-kind="problem">
          <p>
            <strong>Booted kernels disagree {told.disagree === 1 ? "once" : `${told.disagree} times`}.</strong> What was
            predicted and what happened are not the same, which is a fault of Relogrid.{" "}
            <Link to="/agreement">Look at it</Link>
          </p>
        </div>
      )}
      <ol className="run-cells" aria-label="The last cells, newest first" tabIndex={0}>
        {told.cells.map(({ id, cell }) => (
          <li key={id}>{isBooted(cell) ? <Booted cell={cell} /> : <Answered cell={cell} />}</li>
        ))}
      </ol>
      {told.came > told.cells.length && (
        <p className="muted small">
          The last {told.cells.length} of {told.came}.
        </p>
      )}
    </>
  );
}

function Answered({ cell }: { cell: AnsweredCell }) {
  return (
    <>
      <Mark verdict={cell.verdict} />
      <span>
        {cell.kernels} {cell.kernels === 1 ? "kernel" : "kernels"}
      </span>
      <span>{cell.reason}</span>
    </>
  );
}

function Booted({ cell }: { cell: BootedCell }) {
  return (
    <>
      <OutcomeMark outcome={cell.outcome} agrees={cell.agrees} />
      <span>
        <span className="mono">{cell.program}</span> on <Link to={kernelAddress(cell.kernel)}>{cell.kernel}</Link>
      </span>
      <span>
        {cell.agrees === false && cell.predicted !== null && <strong>predicted: {wordOf(cell.predicted)}. </strong>}
        <span className="mono">{cell.detail}</span>
      </span>
    </>
  );
}

function Mark({ verdict }: { verdict: string }) {
  return verdict in LOOKS ? <VerdictMark verdict={verdict as Verdict} /> : <span>{verdict}</span>;
}

function wordOf(verdict: string): string {
  return verdict in LOOKS ? LOOKS[verdict as Verdict].word : verdict;
}
