import { Link } from "react-router";
import { kernelAddress } from "@/app/routes";
import { families } from "@/model/families";
import { kernelName } from "@/model/kernel";

interface MeantProps {
  meant: readonly string[];
  all: readonly string[];
}

interface Group {
  key: string;
  label: string;
  arch: string;
  ids: readonly string[];
  /** All kernels of the family, meant or not. */
  of: number;
}

/** Kernels by family: those that are meant, and whole families that are not. */
export function Meant({ meant, all }: MeantProps) {
  const everything = groupsOf(all, new Set(meant));
  const groups = everything.length > 0 ? everything : groupsOf(meant, new Set(meant));
  const inside = groups.filter((group) => group.ids.length > 0);
  const outside = groups.filter((group) => group.ids.length < group.of);
  const left = outside.reduce((sum, group) => sum + group.of - group.ids.length, 0);
  return (
    <>
      <h2>Meant</h2>
      <ul className="targets-families">
        {inside.map((group) => (
          <li key={group.key}>
            <details>
              <summary>
                {group.label} {group.arch} <span className="muted">{countOf(group)}</span>
              </summary>
              <ul>
                {group.ids.map((id) => (
                  <li key={id}>
                    <Link to={kernelAddress(id)}>{kernelName(id).release}</Link>
                  </li>
                ))}
              </ul>
            </details>
          </li>
        ))}
      </ul>
      {left > 0 && (
        <>
          <h2>Left out</h2>
          <details>
            <summary>
              {left} kernels of {outside.length} families
            </summary>
            <ul className="targets-families">
              {outside.map((group) => (
                <li key={group.key}>
                  {group.label} {group.arch} <span className="muted">{group.of - group.ids.length}</span>
                </li>
              ))}
            </ul>
          </details>
        </>
      )}
    </>
  );
}

function groupsOf(all: readonly string[], meant: ReadonlySet<string>): Group[] {
  const columns = all.map((id, at) => ({ ...kernelName(id), at, btf: true }));
  return families(columns, "distro").map(({ key, label, arch, columns: members }) => ({
    key,
    label,
    arch,
    of: members.length,
    ids: members.flatMap((at) => all[at] ?? []).filter((id) => meant.has(id)),
  }));
}

function countOf(group: Group): string {
  const builds = group.of === 1 ? "build" : "builds";
  return group.ids.length === group.of ? `${group.of} ${builds}` : `${group.ids.length} of ${group.of} ${builds}`;
}
