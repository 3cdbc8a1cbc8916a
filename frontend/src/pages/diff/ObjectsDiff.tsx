import { Link } from "react-router";
import { objectAddress, shortSha } from "@/app/routes";
import { kernels } from "@/project/kernelGroups";
import { KernelList } from "@/project/KernelList";
import { Causes } from "./Causes";
import { Changes } from "./Changes";
import { isEmpty, type Diff } from "./parts";

/** Which two objects. */
export function ObjectSides({ of, targets = "" }: { of: Diff; targets?: string }) {
  return (
    <p className="diff-sides">
      from <Side of={of.before} targets={targets} /> to <Side of={of.after} targets={targets} />
    </p>
  );
}

function Side({ of, targets }: { of: Diff["before"]; targets: string }) {
  return (
    <>
      <Link to={objectAddress(of.sha256, { targets })}>{of.object}</Link>{" "}
      <span className="mono small muted">{shortSha(of.sha256)}</span>
    </>
  );
}

/** What is different between two objects: causes, then kernels, then programs; what is the same is only counted. */
export function ObjectsDiff({ of, level = 2 }: { of: Diff; level?: 2 | 3 }) {
  if (isEmpty(of)) return level === 2 ? null : <Same count={of.same} />;
  return (
    <>
      <Causes of={of.causes} level={level} />
      <Changes title="Kernels" of={of.changes} level={level} />
      {of.programs.length > 0 && (
        <details className="project-fold">
          <summary>By program</summary>
          <div className="stack diff-programs">
            <Changes title="Programs" of={of.programs} level={level} />
          </div>
        </details>
      )}
      <Names title="New programs" of={of.newPrograms} level={level} />
      <Names title="Removed programs" of={of.removedPrograms} level={level} />
      <Kernels title="New kernels" of={of.newKernels} level={level} />
      <Kernels title="Kernels only held against the first" of={of.removedKernels} level={level} />
      <Same count={of.same} />
    </>
  );
}

interface PartProps {
  title: string;
  of: readonly string[];
  level: 2 | 3;
}

function Names({ title, of, level }: PartProps) {
  const Heading = `h${level}` as const;
  if (of.length === 0) return null;
  return (
    <section className="stack project-part">
      <Heading>{title}</Heading>
      <ul className="row project-plain">
        {of.map((name) => (
          <li key={name} className="mono">
            {name}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Kernels({ title, of, level }: PartProps) {
  const Heading = `h${level}` as const;
  if (of.length === 0) return null;
  return (
    <section className="stack project-part">
      <Heading>{title}</Heading>
      <KernelList ids={of} />
    </section>
  );
}

function Same({ count }: { count: number }) {
  if (count === 0) return null;
  return <p className="muted">{kernels(count)}: the same is said of the object and of every program in both.</p>;
}
