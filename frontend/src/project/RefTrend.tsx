import { useId } from "react";
import { useSearchParams } from "react-router";
import { api } from "@/api/client";
import { Trend } from "@/project/Trend";
import { momentsOf } from "@/project/moments";
import { Asked } from "@/ui/Asked";

interface RefTrendProps {
  project: string;
  name: string;
  /** Others to choose from; none for a ref's own page. */
  refs?: readonly string[];
}

/** How the pass count of a ref went. */
export function RefTrend({ project, name, refs = [] }: RefTrendProps) {
  const [words, setWords] = useSearchParams();
  const choice = useId();
  const history = api.useQuery("get", "/api/v1/projects/{project}/refs/{ref}/history", {
    params: { path: { project, ref: name.replaceAll("/", "~") }, query: { limit: 200 } },
  });
  const choose = (ref: string) => {
    const next = new URLSearchParams(words);
    next.set("ref", ref);
    setWords(next, { replace: true, preventScrollReset: true });
  };
  return (
    <>
      {refs.length > 1 && (
        <div className="row">
          <label htmlFor={choice}>Of</label>
          <select id={choice} value={name} onChange={(event) => choose(event.target.value)}>
            {refs.map((ref) => (
              <option key={ref}>{ref}</option>
            ))}
          </select>
        </div>
      )}
      <Asked query={history} what="its history">
        {({ items }) => <Trend moments={momentsOf(items)} of={`Pass count of ${name}`} />}
      </Asked>
    </>
  );
}
