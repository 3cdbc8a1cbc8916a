import type { History } from "@/model/history";

/** What it is where it is there, and on how many kernels, in a sentence each. */
export function Now({ history }: { history: History }) {
  const known = history.answers.filter((answer) => answer.status !== "unknown");
  const present = history.answers.filter((answer) => answer.status === "present");
  const asked = known.reduce((sum, answer) => sum + answer.kernels, 0);
  const latest = present.at(-1);
  if (latest === undefined) {
    return <p>None of the {asked} kernels that can be asked has it.</p>;
  }
  return (
    <p>
      {history.present === asked ? `All ${asked} kernels have it` : `${history.present} of ${asked} kernels have it`}
      {present.length === 1 ? (
        <>
          : <code>{latest.text}</code>.
        </>
      ) : (
        <>
          , in {present.length} forms; the latest is <code>{latest.text}</code>.
        </>
      )}
    </p>
  );
}
