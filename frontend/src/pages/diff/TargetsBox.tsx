import { useId, type FormEvent } from "react";
import { Link, useSearchParams } from "react-router";
import { address } from "@/app/routes";

/** Which kernels are looked at; in the address, as everything that matters. */
export function TargetsBox({ targets }: { targets: string }) {
  const [words, setWords] = useSearchParams();
  const field = useId();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const wanted = String(new FormData(event.currentTarget).get("targets")).trim();
    const next = new URLSearchParams(words);
    if (wanted === "") next.delete("targets");
    else next.set("targets", wanted);
    setWords(next);
  };
  return (
    <form className="row no-print" onSubmit={submit} key={targets}>
      <label htmlFor={field}>Kernels</label>
      <input
        id={field}
        name="targets"
        defaultValue={targets}
        placeholder="all; or debian 12..13 and latest"
        className="diff-targets"
        autoComplete="off"
        spellCheck={false}
      />
      <button type="submit" className="button">
        Show
      </button>
      <Link className="small" to={address("/targets", undefined, { q: targets })}>
        What may stand here
      </Link>
    </form>
  );
}
