import { useDeferredValue } from "react";
import { useSearchParams } from "react-router";
import { api } from "@/api/client";
import { RenameTable } from "@/knowledge/RenameTable";
import { typeAddress, type Rename } from "@/knowledge/things";
import { Asked } from "@/ui/Asked";
import { Button } from "@/ui/Button";
import { Empty } from "@/ui/Empty";
import { Page } from "@/ui/Page";
import { TextForms } from "@/ui/TextForms";
import { Link } from "react-router";
import { grouped, matches } from "./groups";
import "./renames.css";

/** What moved in kernels, as far as it is known, with its commit. */
export function Component() {
  const renames = api.useQuery("get", "/api/v1/renames");
  const [search, setSearch] = useSearchParams();
  const wanted = search.get("q") ?? "";
  const setWanted = (q: string) => setSearch(q === "" ? {} : { q }, { replace: true });
  return (
    <Page title="Renames" actions={<TextForms />}>
      <p>
        What was renamed, moved, retyped or taken out of kernels since 5.5, as <code>relogrid explain</code> knows it.
        Each entry is held against all archived kernels.
      </p>
      <search className="field">
        <label htmlFor="wanted">Find</label>
        <input
          id="wanted"
          type="search"
          autoComplete="off"
          spellCheck={false}
          placeholder="i_ctime, task_struct, folios, 6.12"
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
        />
      </search>
      <Asked query={renames} what="the list of renames">
        {(answer) => <Found all={answer.renames} wanted={wanted} clear={() => setWanted("")} />}
      </Asked>
    </Page>
  );
}

function Found({ all, wanted, clear }: { all: readonly Rename[]; wanted: string; clear: () => void }) {
  const words = useDeferredValue(wanted);
  const found = all.filter((rename) => matches(rename, words));
  const groups = grouped(found);
  return (
    <>
      <p className="muted" role="status">
        {found.length === all.length ? `${all.length} entries` : `${found.length} of ${all.length} entries`}
      </p>
      {found.length === 0 && (
        <Empty says={`No known rename has “${words}”.`}>
          <Button onClick={clear}>Show all {all.length}</Button>
        </Empty>
      )}
      {groups.map(({ title, type, renames }) => (
        <section key={title} className="stack renames-group">
          <h2>
            {type === undefined ? (
              title
            ) : (
              <Link to={typeAddress(type)}>
                <code>{title}</code>
              </Link>
            )}{" "}
            <span className="muted small">{renames.length}</span>
          </h2>
          <RenameTable label={`Renames in ${title}`} renames={renames} />
        </section>
      ))}
    </>
  );
}
