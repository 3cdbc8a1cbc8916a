import { useId, useRef, type FormEvent } from "react";
import { useSearchParams } from "react-router";
import { ProblemError } from "@/api/problem";
import { Button } from "@/ui/Button";
import "./object.css";

const QUICK: readonly (readonly [says: string, query: string])[] = [
  ["all", ""],
  ["newest of each line", "latest"],
  ["longterm", "lts"],
  ["amd64", "arch:amd64"],
];

/** Which kernels: a query in the page's address. What is wrong with it is said under the box. */
export function TargetsBox({ error }: { error?: unknown }) {
  const [words, setWords] = useSearchParams();
  const box = useRef<HTMLInputElement>(null);
  const label = useId();
  const now = words.get("targets") ?? "";
  const wrong =
    error instanceof ProblemError && error.problem.code === "bad_targets" ? error.problem.detail : undefined;
  const nearest = /'([^']+)' matches \d+/.exec(wrong ?? "")?.[1];
  const choose = (query: string) => {
    const next = new URLSearchParams(words);
    if (query === "") next.delete("targets");
    else next.set("targets", query);
    setWords(next, { preventScrollReset: true });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    choose(box.current?.value.trim() ?? "");
  };
  return (
    <form className="targets no-print" onSubmit={submit}>
      <label htmlFor={label}>Kernels</label>
      <div className="targets-box">
        <input
          key={now}
          id={label}
          ref={box}
          className="mono"
          defaultValue={now}
          placeholder="all; or debian >= 12 and arch:arm64"
          autoComplete="off"
          spellCheck={false}
          aria-invalid={wrong !== undefined}
          aria-describedby={wrong === undefined ? undefined : `${label}-wrong`}
        />
        <Button type="submit">Show</Button>
      </div>
      <p className="targets-quick small">
        {QUICK.map(([says, query]) => (
          <Button key={says} kind="quiet" size="small" aria-pressed={now === query} onClick={() => choose(query)}>
            {says}
          </Button>
        ))}
      </p>
      {wrong !== undefined && (
        <div id={`${label}-wrong`} className="targets-wrong small" role="alert">
          <p>{wrong}</p>
          {nearest !== undefined && (
            <Button size="small" onClick={() => choose(nearest)}>
              Use {nearest}
            </Button>
          )}
        </div>
      )}
    </form>
  );
}
