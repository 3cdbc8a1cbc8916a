import { Link } from "react-router";
import { kernelAddress } from "@/app/routes";
import { kernelName } from "@/model/kernel";
import { grouped, kernels, told, type Range } from "./kernelGroups";
import "./project.css";

interface KernelListProps {
  ids: readonly string[];
  /** How many there are, where not all of them are named. */
  count?: number;
}

/** Kernels: how many and where in a line, and behind it all of them as ranges. */
export function KernelList({ ids, count = ids.length }: KernelListProps) {
  const suites = grouped(ids);
  return (
    <details className="project-kernels">
      <summary>
        {kernels(count)}
        <span className="project-suites">
          : {told(suites)}
          {count > ids.length && " and others"}
        </span>
      </summary>
      {count > ids.length && <p className="small muted">The first {ids.length} of them:</p>}
      <div className="scrolls" role="group" aria-label="Kernels, as ranges" tabIndex={0}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">Suite</th>
              <th scope="col">Series</th>
              <th scope="col">Machine</th>
              <th scope="col" className="number">
                Kernels
              </th>
              <th scope="col">From, to</th>
            </tr>
          </thead>
          {suites.map((suite) => (
            <tbody key={suite.name}>
              {suite.ranges.map((range, at) => (
                <tr key={range.key}>
                  <th scope="row">{at === 0 ? suite.name : <span className="only-heard">{suite.name}</span>}</th>
                  <td>{range.series}</td>
                  <td>{range.arch}</td>
                  <td className="number">{range.count}</td>
                  <td className="mono">
                    <Ends of={range} />
                  </td>
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </div>
    </details>
  );
}

function Ends({ of }: { of: Range }) {
  return (
    <>
      <Link to={kernelAddress(of.first)}>{kernelName(of.first).release}</Link>
      {of.count > 1 && (
        <>
          {" … "}
          <Link to={kernelAddress(of.last)}>{kernelName(of.last).release}</Link>
        </>
      )}
    </>
  );
}
