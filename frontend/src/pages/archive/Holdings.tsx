import { Link } from "react-router";
import { api } from "@/api/client";
import { address } from "@/app/routes";
import { compareSeries, kernelName } from "@/model/kernel";
import { Asked } from "@/ui/Asked";

/** How many kernels of which suite and series there are; each number leads to them. */
export function Holdings() {
  const all = api.useQuery("get", "/api/v1/targets", { params: { query: { q: "all" } } });
  return (
    <Asked query={all} what="the kernels">
      {({ kernels }) => <Grid ids={kernels} />}
    </Asked>
  );
}

function Grid({ ids }: { ids: readonly string[] }) {
  const rows = new Map<string, { terms: string; counts: Map<string, number> }>();
  const series = new Set<string>();
  for (const kernel of ids.map(kernelName)) {
    const suite = `${kernel.distro} ${kernel.suite}`;
    const terms = `distro:${kernel.distro} and suite:${kernel.suite}`;
    const { counts } = rows.get(suite) ?? rows.set(suite, { terms, counts: new Map() }).get(suite)!;
    counts.set(kernel.series, (counts.get(kernel.series) ?? 0) + 1);
    series.add(kernel.series);
  }
  const columns = [...series].sort(compareSeries);
  return (
    <div className="scrolls" role="region" aria-label="Kernels by suite and series" tabIndex={0}>
      <table className="table archive-holdings">
        <thead>
          <tr>
            <th scope="col">Suite</th>
            {columns.map((name) => (
              <th key={name} scope="col" className="number">
                {name}
              </th>
            ))}
            <th scope="col" className="number">
              all
            </th>
          </tr>
        </thead>
        <tbody>
          {[...rows].map(([suite, { terms, counts }]) => (
            <tr key={suite}>
              <th scope="row">{suite}</th>
              {columns.map((name) => (
                <td key={name} className="number">
                  <Count count={counts.get(name) ?? 0} query={`${terms} and ${name}`} of={`${suite} ${name}`} />
                </td>
              ))}
              <td className="number">
                <Count count={[...counts.values()].reduce((sum, count) => sum + count, 0)} query={terms} of={suite} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Count({ count, query, of }: { count: number; query: string; of: string }) {
  if (count === 0) return null;
  return (
    <Link to={address("/kernels", undefined, { targets: query })} aria-label={`${count} kernels of ${of}`}>
      {count}
    </Link>
  );
}
