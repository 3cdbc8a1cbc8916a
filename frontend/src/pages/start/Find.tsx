import type { FormEvent } from "react";
import { Link, useNavigate } from "react-router";
import { address } from "@/app/routes";
import { Button } from "@/ui/Button";

const EXAMPLES: readonly (readonly [says: string, to: string])[] = [
  ["struct inode", address("/types/:name", { name: "inode" })],
  ["task_struct.state", address("/types/:name/:field", { name: "task_struct", field: "state" })],
  ["debian 12", address("/kernels", undefined, { targets: "debian 12" })],
  ["6.12", address("/kernels", undefined, { targets: "6.12" })],
];

/** One box for whatever somebody wants to look up. */
export function Find() {
  const go = useNavigate();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const wanted = String(new FormData(event.currentTarget).get("q") ?? "").trim();
    if (wanted !== "") void go(address("/search", undefined, { q: wanted }));
  };
  return (
    <section className="stack" aria-labelledby="find">
      <h2 id="find">Look something up</h2>
      <form className="row start-find" onSubmit={submit}>
        <input
          type="search"
          name="q"
          aria-label="A kernel, a type, a field"
          placeholder="A kernel, a type, a field"
          autoComplete="off"
          spellCheck={false}
        />
        <Button type="submit">Search</Button>
      </form>
      <p className="small">
        <span className="muted">Such as </span>
        {EXAMPLES.map(([says, to], at) => (
          <span key={to}>
            {at > 0 && <span className="muted">, </span>}
            <Link to={to} className="mono">
              {says}
            </Link>
          </span>
        ))}
      </p>
    </section>
  );
}
