import { useId } from "react";
import { useSearchParams } from "react-router";
import { api } from "@/api/client";
import { refSegment } from "@/app/routes";
import { Trend } from "@/project/Trend";
import { momentsOfLatest } from "@/project/moments";
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
    params: { path: { project, ref: refSegment(name) }, query: { limit: 200 } },
  });
  const now = api.useQuery("get", "/api/v1/projects/{project}/refs/{ref}", {
    params: { path: { project, ref: refSegment(name) } },
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
        {({ items }) => (
          <Trend moments={momentsOfLatest(items, now.data?.objects ?? [])} of={`Pass count of ${name}`} />
        )}
      </Asked>
    </>
  );
}
