import { useState, type FormEvent } from "react";
import { useNavigate } from "react-router";
import { api } from "@/api/client";
import { address } from "@/app/routes";
import { SignInHere } from "@/object/SignInHere";
import { Button } from "@/ui/Button";
import { Problem } from "@/ui/Problem";

/** Has kernels booted with this object, which says more than anything that only looks at it. */
export function BootForm({ sha }: { sha: string }) {
  const [kernels, setKernels] = useState("");
  const go = useNavigate();
  const me = api.useQuery("get", "/api/v1/me");
  const start = api.useMutation("post", "/api/v1/objects/{sha256}/runs", {
    onSuccess: (run) => void go(address("/runs/:id", { id: run.id })),
  });
  const may = me.data?.scopes.includes("upload") ?? false;
  const boot = () =>
    start.mutate({ params: { path: { sha256: sha } }, body: { kind: "boot", kernels: [kernels.trim()] } });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    boot();
  };
  return (
    <details className="no-print object-boot">
      <summary>Boot this on…</summary>
      <div className="stack">
        <p className="small muted">
          A node that can boot kernels loads the object on each that is meant, if it has their images, and keeps what
          they said as evidence. A minute for each, or less.
        </p>
        <form className="field" onSubmit={submit}>
          <label htmlFor="boot-kernels">Kernels</label>
          <input
            id="boot-kernels"
            className="mono"
            required
            value={kernels}
            placeholder="trixie/amd64 and latest"
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => setKernels(event.target.value)}
          />
          {may && (
            <Button kind="main" type="submit" disabled={start.isPending}>
              {start.isPending ? "Asking …" : "Boot them"}
            </Button>
          )}
        </form>
        {!may && me.data !== undefined && (
          <SignInHere
            why="Booting needs a token of the scope upload."
            onSignedIn={() => kernels.trim() !== "" && boot()}
          />
        )}
        {start.isError && <Problem error={start.error} />}
      </div>
    </details>
  );
}
