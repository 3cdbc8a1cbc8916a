import type { ReactNode } from "react";
import { Link } from "react-router";
import { objectAddress, shortSha } from "@/app/routes";
import { useObjectNames } from "@/knowledge/object-names";
import type { Run } from "@/knowledge/run-words";
import { When } from "@/ui/When";

/** What was asked for, by whom, and who works on it. */
export function Facts({ run }: { run: Run }) {
  const name = useObjectNames().get(run.object);
  const facts: [string, ReactNode][] = [
    [
      "Object",
      <Link key="object" to={objectAddress(run.object)}>
        {name ?? shortSha(run.object)}
      </Link>,
    ],
    ["Kernels", run.kernels.length === 0 ? "all of the archive" : <code key="kernels">{run.kernels.join(", ")}</code>],
    ["Asked for", <When key="asked" at={run.createdAt} />],
    ["By", run.requestedBy],
  ];
  if (run.startedAt != null) facts.push(["Started", <When key="started" at={run.startedAt} />]);
  if (run.endedAt != null) facts.push(["Ended", <When key="ended" at={run.endedAt} />]);
  if (run.node != null) facts.push(["On", `${run.node}${run.attempts > 1 ? `, attempt ${run.attempts}` : ""}`]);
  facts.push(
    ["Archive", <code key="archive">{run.archive.slice(0, 12)}</code>],
    ["Engine", <code key="engine">{run.engine}</code>],
  );
  return (
    <dl className="facts">
      {facts.map(([what, value]) => (
        <div key={what} style={{ display: "contents" }}>
          <dt>{what}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
