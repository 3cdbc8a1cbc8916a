import { useId, useState } from "react";
import { api } from "@/api/client";
import { diffAddress } from "@/project/names";
import { Asked } from "@/ui/Asked";
import { ButtonLink } from "@/ui/Button";

/** Leads to what is different between another ref and this one. */
export function Compare({ project, name }: { project: string; name: string }) {
  const refs = api.useQuery("get", "/api/v1/projects/{project}/refs", {
    params: { path: { project }, query: { limit: 500 } },
  });
  const [chosen, setChosen] = useState<string>();
  const field = useId();
  return (
    <Asked query={refs} what="the other refs">
      {({ items }) => {
        const latest = [...items].sort((a, b) => b.updatedAt.localeCompare(a.updatedAt));
        const others = latest.map((one) => one.name).filter((one) => one !== name);
        const from = chosen ?? others.find((one) => one === "main" || one === "master") ?? others[0];
        if (from === undefined) return <p className="muted">This project has no other ref.</p>;
        return (
          <div className="row">
            <label htmlFor={field}>What changed since</label>
            <select id={field} value={from} onChange={(event) => setChosen(event.target.value)}>
              {others.map((one) => (
                <option key={one}>{one}</option>
              ))}
            </select>
            <ButtonLink to={diffAddress(from, name, project)}>Compare</ButtonLink>
          </div>
        );
      }}
    </Asked>
  );
}
