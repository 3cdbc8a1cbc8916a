import type { History, HistoryAnswer } from "@/model/history";

const SIGNS: Record<string, string> = { present: "●", absent: "○", inlined: "◍", unknown: "?" };
const WORDS: Record<string, string> = {
  present: "there",
  absent: "not there",
  inlined: "inlined",
  unknown: "not known",
};
const AT_FIRST = 8;

/** What stretches of an answer are called: a, b, … z, aa, ab. */
export function letterOf(answer: number): string {
  const letter = String.fromCharCode(97 + (answer % 26));
  return answer < 26 ? letter : letterOf(Math.floor(answer / 26) - 1) + letter;
}

export function statusWord(status: string): string {
  return WORDS[status] ?? status;
}

/** Every answer there is, with the letter its stretches carry. */
export function HistoryLegend({ history }: { history: History }) {
  const all = history.answers.map((answer, at) => ({ answer, at }));
  // What is not known tells least.
  const order = [
    ...all.filter(({ answer }) => answer.status !== "unknown"),
    ...all.filter(({ answer }) => answer.status === "unknown"),
  ];
  const rows = order.map(({ answer, at }) => <Answer key={at} answer={answer} at={at} />);
  return (
    <>
      <ul className="history-legend">{rows.slice(0, AT_FIRST)}</ul>
      {rows.length > AT_FIRST && (
        <details>
          <summary>{rows.length - AT_FIRST} more answers</summary>
          <ul className="history-legend">{rows.slice(AT_FIRST)}</ul>
        </details>
      )}
    </>
  );
}

function Answer({ answer, at }: { answer: HistoryAnswer; at: number }) {
  return (
    <li>
      <span className="history-swatch" data-status={answer.status} data-shade={at % 3} aria-hidden="true">
        <b>{letterOf(at)}</b>
      </span>
      <span className="history-status">
        <span aria-hidden="true">{SIGNS[answer.status] ?? "?"} </span>
        <span className="only-heard">{letterOf(at)}: </span>
        {statusWord(answer.status)}
      </span>
      <span>
        <span className="mono">{answer.text}</span>
        {answer.similar.length > 0 && (
          <span className="muted">
            ; there is <span className="mono">{answer.similar.join(", ")}</span>
          </span>
        )}
        {answer.module != null && <span className="muted"> in module {answer.module}</span>}
      </span>
      <span className="number muted">
        {answer.kernels} {answer.kernels === 1 ? "kernel" : "kernels"}
      </span>
    </li>
  );
}
