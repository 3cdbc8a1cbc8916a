import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useId, useState, type FormEvent } from "react";
import { setToken } from "@/api/session";
import { Problem } from "@/ui/Problem";
import { tokenFault, whoHas } from "./whoHas";

/** Takes a token, and keeps it only when the service knows it. */
export function SignIn() {
  const [text, setText] = useState("");
  const [fault, setFault] = useState<string>();
  const queries = useQueryClient();
  const field = useId();
  const check = useMutation({
    mutationFn: whoHas,
    onSuccess: async (_, token) => {
      setToken(token);
      setText("");
      // Everything may be answered differently to somebody else.
      await queries.resetQueries();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const token = text.trim();
    const wrong = tokenFault(token);
    setFault(wrong);
    if (wrong === undefined) check.mutate(token);
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <div className="field">
        <label htmlFor={field}>Token</label>
        <input
          id={field}
          type="password"
          autoComplete="current-password"
          value={text}
          aria-invalid={fault !== undefined || check.isError}
          aria-describedby={`${field}-says`}
          onChange={(event) => setText(event.target.value)}
        />
        <p id={`${field}-says`} className="small muted" role={fault === undefined ? undefined : "alert"}>
          {fault ?? "It is kept in this browser until you sign out. The service prints the first one when it starts."}
        </p>
      </div>
      {check.isError && <Problem error={check.error} />}
      <div>
        <button type="submit" className="button" data-kind="main" disabled={check.isPending}>
          {check.isPending ? "Asking the service …" : "Sign in"}
        </button>
      </div>
    </form>
  );
}
