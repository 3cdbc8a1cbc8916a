import { useId, type FormEvent } from "react";
import { useNavigate } from "react-router";
import { api } from "@/api/client";
import { shortSha } from "@/app/routes";
import { diffAddress } from "@/project/names";
import { Asked } from "@/ui/Asked";
import type { Sides } from "./range";

interface Choice {
  value: string;
  says: string;
}

interface PickerProps {
  sides: Sides;
  project: string | undefined;
}

/** Two things to compare, chosen from what there is. */
export function Picker({ sides, project }: PickerProps) {
  return project === undefined ? <Objects sides={sides} /> : <Refs sides={sides} project={project} />;
}

function Refs({ sides, project }: { sides: Sides; project: string }) {
  const refs = api.useQuery("get", "/api/v1/projects/{project}/refs", {
    params: { path: { project }, query: { limit: 500 } },
  });
  return (
    <Asked query={refs} what="the refs">
      {({ items }) => (
        <Form sides={sides} project={project} choices={items.map(({ name }) => ({ value: name, says: name }))} />
      )}
    </Asked>
  );
}

function Objects({ sides }: { sides: Sides }) {
  const objects = api.useQuery("get", "/api/v1/objects", { params: { query: { limit: 200 } } });
  return (
    <Asked query={objects} what="the objects">
      {({ objects: all }) => {
        const says = all.map(({ sha256, name }) => ({
          value: shortSha(sha256),
          says: `${name} (${shortSha(sha256)})`,
        }));
        return <Form sides={sides} project={undefined} choices={says} />;
      }}
    </Asked>
  );
}

function Form({ sides, project, choices }: PickerProps & { choices: readonly Choice[] }) {
  const go = useNavigate();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    void go(diffAddress(String(form.get("from")), String(form.get("to")), project));
  };
  return (
    <form className="stack card" onSubmit={submit}>
      <Side name="from" label="From" given={sides.from} choices={choices} />
      <Side name="to" label="To" given={sides.to} choices={choices} other />
      <div>
        <button type="submit" className="button" data-kind="main" disabled={choices.length === 0}>
          Compare
        </button>
      </div>
    </form>
  );
}

interface SideProps {
  name: string;
  label: string;
  given: string;
  choices: readonly Choice[];
  /** Whether the second choice is proposed and not the first. */
  other?: boolean;
}

function Side({ name, label, given, choices, other = false }: SideProps) {
  const field = useId();
  const known = choices.find((one) => one.value === given || (given.length >= 12 && given.startsWith(one.value)));
  const unknown = given !== "" && known === undefined;
  return (
    <div className="field">
      <label htmlFor={field}>{label}</label>
      <select id={field} name={name} defaultValue={known?.value ?? (other ? choices[1]?.value : undefined)}>
        {choices.map((one) => (
          <option key={one.value} value={one.value}>
            {one.says}
          </option>
        ))}
      </select>
      {unknown && <p className="small muted">{given} is not among these.</p>}
    </div>
  );
}
