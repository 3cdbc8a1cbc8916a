import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useId, useState, type ChangeEvent, type FormEvent } from "react";
import { call } from "@/api/client";
import type { Schema } from "@/api/schema-names";
import { Problem } from "@/ui/Problem";

interface FleetFormProps {
  project: string;
  kernels: readonly Schema<"KernelNodesView">[];
}

/** Takes the table of kernels and nodes, typed, pasted or from a file. */
export function FleetForm({ project, kernels }: FleetFormProps) {
  const [text, setText] = useState(() => kernels.map((one) => `${one.kernel},${one.nodes}`).join("\n"));
  const queries = useQueryClient();
  const id = useId();
  const write = useMutation({
    mutationFn: () =>
      call(`/api/v1/projects/${encodeURIComponent(project)}/fleet`, {
        method: "PUT",
        headers: { "Content-Type": "text/csv" },
        body: text,
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["get"] }),
  });
  const read = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    if (file !== undefined) setText(await file.text());
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    write.mutate();
  };
  return (
    <form className="stack" onSubmit={submit}>
      <div className="field">
        <label htmlFor={id}>Kernel and nodes, a line each</label>
        <textarea
          id={id}
          className="mono policy-text"
          rows={Math.min(16, Math.max(5, text.split("\n").length + 1))}
          spellCheck={false}
          placeholder={"kernel,nodes\n6.1.0-50-amd64,120"}
          value={text}
          aria-invalid={write.isError}
          onChange={(event) => setText(event.target.value)}
        />
        <p className="small muted">
          Kernels by their id in the archive, or as <code>uname -r</code> prints them. An empty table clears the fleet.
        </p>
      </div>
      <div className="row">
        <label htmlFor={`${id}-file`}>From a file</label>
        <input id={`${id}-file`} type="file" accept=".csv,.tsv,.txt,text/csv" onChange={(event) => void read(event)} />
      </div>
      {write.isError && <Problem error={write.error} />}
      <div className="row">
        <button type="submit" className="button" data-kind="main" disabled={write.isPending}>
          Set the fleet
        </button>
        <span role="status" className="muted">
          {write.isSuccess && "Set."}
        </span>
      </div>
    </form>
  );
}
