import { useState, type FormEvent } from "react";
import { api } from "@/api/client";
import { problemFrom, ProblemError } from "@/api/problem";
import { setToken } from "@/api/session";
import { Button } from "@/ui/Button";

/** A field for a token, where something needs one now; nothing on the page is lost by it. */
export function SignInHere({ why, onSignedIn }: { why: string; onSignedIn: () => void }) {
  const [secret, setSecret] = useState("");
  const [error, setError] = useState<unknown>(undefined);
  const me = api.useQuery("get", "/api/v1/me");
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setToken(secret.trim());
    const { data, error: refused } = await me.refetch();
    if (data?.scopes.includes("upload") && refused === null) return onSignedIn();
    setToken(null);
    setError(refused ?? new ProblemError({ title: "This token may not upload", status: 403, detail: NEEDS }));
    void me.refetch();
    return undefined;
  };
  const logins = me.data?.logins ?? [];
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <div className="field">
        <label htmlFor="sign-in-here">Token</label>
        <p className="small muted" id="sign-in-here-why">
          {why}
        </p>
        <input
          id="sign-in-here"
          type="password"
          autoComplete="off"
          placeholder="rlg_…"
          required
          value={secret}
          aria-describedby="sign-in-here-why"
          onChange={(event) => setSecret(event.target.value)}
        />
      </div>
      <div className="row">
        <Button kind="main" type="submit">
          Sign in and go on
        </Button>
        {logins.map((login) => (
          <a key={login.url} className="button" href={login.url}>
            Sign in with {login.name}
          </a>
        ))}
      </div>
      {error !== undefined && (
        <p role="alert">
          <strong>Not signed in:</strong> {problemFrom(error).detail ?? problemFrom(error).title}.
        </p>
      )}
    </form>
  );
}

const NEEDS = "this token has not the scope upload";
