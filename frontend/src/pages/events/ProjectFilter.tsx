import { useId } from "react";
import { useSearchParams } from "react-router";
import { api } from "@/api/client";

/** One project or all; in the address. */
export function ProjectFilter({ project }: { project: string }) {
  const [words, setWords] = useSearchParams();
  const field = useId();
  const projects = api.useQuery("get", "/api/v1/projects", { params: { query: { limit: 500 } } });
  const names = projects.data?.items.map((one) => one.name) ?? [];
  const choose = (name: string) => {
    const next = new URLSearchParams(words);
    if (name === "") next.delete("project");
    else next.set("project", name);
    setWords(next);
  };
  return (
    <div className="row no-print">
      <label htmlFor={field}>Project</label>
      <select id={field} value={project} onChange={(event) => choose(event.target.value)}>
        <option value="">all</option>
        {project !== "" && !names.includes(project) && <option>{project}</option>}
        {names.map((name) => (
          <option key={name}>{name}</option>
        ))}
      </select>
    </div>
  );
}
