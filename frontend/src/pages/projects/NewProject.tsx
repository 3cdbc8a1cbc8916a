import { useQueryClient } from "@tanstack/react-query";
import { useId, useState, type FormEvent } from "react";
import { useNavigate } from "react-router";
import { api } from "@/api/client";
import { Allowed } from "@/project/Allowed";
import { NAME_RULE, nameFault, projectAddress } from "@/project/names";
import { Problem } from "@/ui/Problem";

/** Makes a project; one that is there already is opened. */
export function NewProject() {
  return (
    <section className="stack project-part" aria-labelledby="new-project">
      <h2 id="new-project">New project</h2>
      <Allowed scope="upload">
        <Form />
      </Allowed>
    </section>
  );
}

function Form() {
  const [name, setName] = useState("");
  const [tried, setTried] = useState(false);
  const go = useNavigate();
  const queries = useQueryClient();
  const make = api.useMutation("put", "/api/v1/projects/{project}");
  const [field, rule] = [useId(), useId()];
  const fault = tried ? nameFault(name) : undefined;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (nameFault(name) !== undefined) return;
    await make.mutateAsync({ params: { path: { project: name } } });
    await queries.invalidateQueries({ queryKey: ["get", "/api/v1/projects"] });
    await go(projectAddress(name));
  };
  return (
    <form className="stack" noValidate onSubmit={(event) => void submit(event).catch(() => undefined)}>
      <div className="field">
        <label htmlFor={field}>Name</label>
        <input
          id={field}
          value={name}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          aria-invalid={fault !== undefined}
          aria-describedby={rule}
          onChange={(event) => setName(event.target.value.trim())}
        />
        <p id={rule} className="small muted" role={fault === undefined ? undefined : "alert"}>
          {fault === undefined ? `${NAME_RULE}.` : `${fault} ${NAME_RULE}.`}
        </p>
      </div>
      {make.isError && <Problem error={make.error} />}
      <div>
        <button type="submit" className="button" data-kind="main" disabled={make.isPending}>
          Make the project
        </button>
      </div>
    </form>
  );
}
