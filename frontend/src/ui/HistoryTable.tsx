import type { History, Row } from "@/model/history";
import { letterOf, statusWord } from "./HistoryLegend";

interface HistoryTableProps {
  history: History;
  rows: readonly Row[];
}

/** The same as text: a row for each stretch of each line. */
export function HistoryTable({ history, rows }: HistoryTableProps) {
  return (
    <div className="scrolls" role="region" aria-label={`Ranges of ${history.question}`} tabIndex={0}>
      <table className="table">
        <thead>
          <tr>
            {["Line", "From", "To", "", "Answer"].map((head) => (
              <th key={head} scope="col">
                {head === "" ? <span className="only-heard">Status</span> : head}
              </th>
            ))}
            <th scope="col" className="number">
              Kernels
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.flatMap((row, at) =>
            row.stretches.map((stretch) => (
              <tr key={`${at} ${stretch.first}`}>
                <th scope="row">
                  {row.line ?? "All lines together"}
                  {row.flavours.length > 0 && <span className="muted"> {row.flavours.join(", ")}</span>}
                </th>
                <td>{stretch.first}</td>
                <td>{stretch.last}</td>
                <td>
                  {stretch.answers.map((answer) => statusWord(history.answers[answer]?.status ?? "")).join(" or ")}
                </td>
                <td>
                  {stretch.answers.map((answer) => (
                    <div key={answer}>
                      <b>{letterOf(answer)}</b> <span className="mono">{history.answers[answer]?.text}</span>
                    </div>
                  ))}
                </td>
                <td className="number">{stretch.kernels ?? "…"}</td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </div>
  );
}
