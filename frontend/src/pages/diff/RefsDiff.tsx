import { Link } from "react-router";
import { objectAddress } from "@/app/routes";
import { diffAddress, refAddress, refName } from "@/project/names";
import { shortSha } from "@/app/routes";
import { ObjectsDiff } from "./ObjectsDiff";
import type { ComparedPath, RefDiff } from "./parts";

/** Which two refs. */
export function RefSides({ of }: { of: RefDiff }) {
  return (
    <p className="diff-sides">
      from <Link to={refAddress(of.project, of.from)}>{refName(of.from)}</Link> to{" "}
      <Link to={refAddress(of.project, of.to)}>{refName(of.to)}</Link> of {of.project}
    </p>
  );
}

/** What is different between two refs, path by path: what is in both and differs first; what is the same is folded away. */
export function RefsDiff({ of, targets }: { of: RefDiff; targets: string | undefined }) {
  const having = (state: string) => of.paths.filter((one) => one.state === state);
  return (
    <>
      {having("changed").map((one) => (
        <Path key={one.path} of={one} targets={targets} />
      ))}
      <Objects title="Added" of={having("added")} />
      <Objects title="Removed" of={having("removed")} />
      <Same of={having("same")} />
    </>
  );
}

function Path({ of, targets }: { of: ComparedPath; targets: string | undefined }) {
  const diff = of.diff;
  if (diff === undefined || diff === null) return null;
  return (
    <section className="stack diff-path">
      <h2 className="mono">{of.path}</h2>
      <p>
        {diff.summary}.{" "}
        <Link to={diffAddress(shortSha(diff.before.sha256), shortSha(diff.after.sha256), undefined, targets)}>
          These two objects alone
        </Link>
      </p>
      <ObjectsDiff of={diff} level={3} />
    </section>
  );
}

function Objects({ title, of }: { title: string; of: readonly ComparedPath[] }) {
  if (of.length === 0) return null;
  return (
    <section className="stack diff-path">
      <h2>{title}</h2>
      <List of={of} />
    </section>
  );
}

function Same({ of }: { of: readonly ComparedPath[] }) {
  if (of.length === 0) return null;
  return (
    <details className="project-fold">
      <summary>
        {of.length === 1 ? "1 object is the same in both" : `${of.length} objects are the same in both`}
      </summary>
      <List of={of} />
    </details>
  );
}

function List({ of }: { of: readonly ComparedPath[] }) {
  return (
    <ul className="project-plain">
      {of.map((one) => (
        <li key={one.path}>
          <Link className="mono" to={objectAddress(one.to ?? one.from ?? "")}>
            {one.path}
          </Link>
        </li>
      ))}
    </ul>
  );
}
