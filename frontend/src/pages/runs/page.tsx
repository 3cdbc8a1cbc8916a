import { Link, useSearchParams } from "react-router";
import { api } from "@/api/client";
import { address } from "@/app/routes";
import { More, rest } from "@/knowledge/More";
import { hasEnded, RUN_KINDS, RUN_STATES } from "@/knowledge/run-words";
import { Asked } from "@/ui/Asked";
import { Empty } from "@/ui/Empty";
import { Page } from "@/ui/Page";
import { TextForms } from "@/ui/TextForms";
import { RunTable } from "./RunTable";
import "./runs.css";

/** Work that somebody may wait for, newest first. */
export function Component() {
  const [search] = useSearchParams();
  const state = search.get("state") ?? undefined;
  const kind = search.get("kind") ?? undefined;
  const object = search.get("object") ?? undefined;
  const runs = api.useInfiniteQuery(
    "get",
    "/api/v1/runs",
    { params: { query: { ...(state && { state }), ...(kind && { kind }), ...(object && { object }), limit: 50 } } },
    {
      ...rest,
      refetchInterval: ({ state: { data } }) =>
        data?.pages.some((page) => page.items.some((run) => !hasEnded(run))) ? 2_000 : false,
    },
  );
  const filtered = state !== undefined || kind !== undefined || object !== undefined;
  const to = (more: Record<string, string | undefined>) =>
    address("/runs", undefined, { state, kind, object, ...more });
  return (
    <Page title="Runs" actions={<TextForms />}>
      <nav className="runs-filters" aria-label="Which runs">
        <Choice name="State" words={RUN_STATES} chosen={state} to={(word) => to({ state: word })} />
        <Choice name="Kind" words={RUN_KINDS} chosen={kind} to={(word) => to({ kind: word })} />
      </nav>
      <Asked query={runs} what="the runs">
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length > 0) {
            return (
              <>
                <RunTable runs={items} />
                <More query={runs} noun="runs" />
              </>
            );
          }
          return filtered ? (
            <Empty says="No run is like that.">
              <Link to="/runs">Show all runs</Link>
            </Empty>
          ) : (
            <Empty says="No runs yet: an upload makes one.">
              <Link to="/">Upload an object</Link>
            </Empty>
          );
        }}
      </Asked>
    </Page>
  );
}

interface ChoiceProps {
  name: string;
  words: readonly string[];
  chosen: string | undefined;
  to: (word: string | undefined) => string;
}

function Choice({ name, words, chosen, to }: ChoiceProps) {
  return (
    <div className="row">
      <span className="muted">{name}</span>
      <ul className="row">
        {[undefined, ...words].map((word) => (
          <li key={word ?? ""}>
            <Link to={to(word)} aria-current={word === chosen || undefined}>
              {word ?? "all"}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
