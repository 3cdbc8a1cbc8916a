import { Link } from "react-router";
import { address, objectAddress, shortSha } from "@/app/routes";
import { KernelList } from "@/project/KernelList";
import { diffAddress, projectAddress, refAddress, refName } from "@/project/names";
import { VerdictMark } from "@/ui/VerdictMark";
import { When } from "@/ui/When";
import type { EventMessage } from "./feed";

const WHY: Record<string, string> = {
  upload: "by an upload",
  archive: "by kernels that were added",
  engine: "by a newer engine",
};

/** One event: where, what, on which kernels and why. */
export function Happened({ event }: { event: EventMessage }) {
  const broke = event.kind !== "fixed";
  const other = event.before.object !== event.after.object;
  return (
    <article className="events-one" data-verdict={broke ? "broken" : "ok"}>
      <p className="row">
        <VerdictMark verdict={broke ? "broken" : "ok"} word={broke ? "broke" : "fixed"} />
        <Link to={projectAddress(event.project)}>{event.project}</Link>
        <Link to={refAddress(event.project, event.ref)}>{refName(event.ref)}</Link>
        <Link className="mono" to={objectAddress(event.object)}>
          {event.path}
        </Link>
      </p>
      <p className="small muted row">
        <When at={event.at} />
        <span>{WHY[event.why] ?? event.why}</span>
        {other && (
          <Link to={diffAddress(shortSha(event.before.object), shortSha(event.after.object))}>
            what changed<span className="only-heard"> in {event.path}</span>
          </Link>
        )}
      </p>
      {event.causes.length > 0 && (
        <ul className="project-plain">
          {event.causes.map((cause) => (
            <li key={`${cause.code} ${cause.sentence}`}>
              {cause.sentence}{" "}
              <Link className="small" to={address("/docs/verdicts/:code", { code: cause.code })}>
                {cause.code}
              </Link>
            </li>
          ))}
        </ul>
      )}
      <KernelList ids={event.kernels} count={event.kernelCount} />
    </article>
  );
}
