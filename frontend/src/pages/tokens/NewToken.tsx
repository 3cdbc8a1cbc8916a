import { useQueryClient } from "@tanstack/react-query";
import { useId, useState, type FormEvent } from "react";
import { api } from "@/api/client";
import { Secret } from "@/project/Secret";
import { Problem } from "@/ui/Problem";
import { bodyOf, faults, type Wanted } from "./form";
import { ScopeChoice } from "./ScopeChoice";
import "./tokens.css";

const NONE: Wanted = { name: "", scope: "upload", project: "", ends: "" };

/** Issues a token, and shows its secret once. */
export function NewToken() {
  const [wanted, setWanted] = useState(NONE);
  const [tried, setTried] = useState(false);
  const queries = useQueryClient();
  const projects = api.useQuery("get", "/api/v1/projects", { params: { query: { limit: 500 } } });
  const make = api.useMutation("post", "/api/v1/tokens", {
    onSuccess: async () => {
      setWanted(NONE);
      setTried(false);
      await queries.invalidateQueries({ queryKey: ["get", "/api/v1/tokens"] });
    },
  });
  const id = useId();
  const wrong = tried ? faults(wanted, today()) : {};
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(faults(wanted, today())).length === 0) make.mutate({ body: bodyOf(wanted) });
  };
  return (
    <>
      {make.data !== undefined && (
        <Secret what={`The token ${make.data.token.name} is made.`} secret={make.data.secret} />
      )}
      <form className="stack" noValidate onSubmit={submit}>
        <div className="field">
          <label htmlFor={`${id}-name`}>Name</label>
          <input
            id={`${id}-name`}
            value={wanted.name}
            placeholder="ci of my-agent"
            autoComplete="off"
            aria-invalid={wrong.name !== undefined}
            aria-describedby={`${id}-name-says`}
            onChange={(event) => setWanted({ ...wanted, name: event.target.value })}
          />
          <p id={`${id}-name-says`} className="small muted" role={wrong.name === undefined ? undefined : "alert"}>
            {wrong.name ?? "Who has it, so that it is known later what to revoke."}
          </p>
        </div>
        <ScopeChoice scope={wanted.scope} choose={(scope) => setWanted({ ...wanted, scope })} />
        <div className="field">
          <label htmlFor={`${id}-project`}>Project</label>
          <select
            id={`${id}-project`}
            value={wanted.project}
            onChange={(event) => setWanted({ ...wanted, project: event.target.value })}
          >
            <option value="">all projects</option>
            {projects.data?.items.map((project) => (
              <option key={project.id}>{project.name}</option>
            ))}
          </select>
          <p className="small muted">Bound to one project, it writes nowhere else.</p>
        </div>
        <div className="field">
          <label htmlFor={`${id}-ends`}>Last day</label>
          <input
            id={`${id}-ends`}
            type="date"
            min={today()}
            value={wanted.ends}
            aria-invalid={wrong.ends !== undefined}
            aria-describedby={`${id}-ends-says`}
            onChange={(event) => setWanted({ ...wanted, ends: event.target.value })}
          />
          <p id={`${id}-ends-says`} className="small muted" role={wrong.ends === undefined ? undefined : "alert"}>
            {wrong.ends ?? "In UTC; without a day it does not end."}
          </p>
        </div>
        {make.isError && <Problem error={make.error} />}
        <div>
          <button type="submit" className="button" data-kind="main" disabled={make.isPending}>
            Make the token
          </button>
        </div>
      </form>
    </>
  );
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}
