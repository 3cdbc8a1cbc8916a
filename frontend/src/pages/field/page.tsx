import { useParams } from "react-router";
import { api } from "@/api/client";
import { RenameTable } from "@/knowledge/RenameTable";
import { renamesOf, typeAddress, hasKind } from "@/knowledge/things";
import { Uses } from "@/knowledge/Uses";
import { Asked } from "@/ui/Asked";
import { Crumbs } from "@/ui/Crumbs";
import { HistoryStrip } from "@/ui/HistoryStrip";
import { Page } from "@/ui/Page";
import { TextForms } from "@/ui/TextForms";
import { Guard } from "./Guard";
import { Now } from "./Now";

/** A member or enumerator across all kernels: what it is, what became of it, and who uses it. */
export function Component() {
  const { name = "", field = "" } = useParams();
  // A bare name is whatever type has it; the service knows.
  const bare = !hasKind(name);
  const type = api.useQuery("get", "/api/v1/types/{name}", { params: { path: { name } } }, { enabled: bare });
  const owner = bare ? type.data?.type : name;
  if (owner !== undefined) return <Field owner={owner} field={field} />;
  return (
    <Page title={`${name} ${field}`} crumbs={<Crumbs at={[["Types", "/types"]]} />}>
      <Asked query={type} what="the type">
        {() => null}
      </Asked>
    </Page>
  );
}

function Field({ owner, field }: { owner: string; field: string }) {
  const of = `${owner} ${field}`;
  const history = api.useQuery("get", "/api/v1/history", { params: { query: { of } } });
  const renames = api.useQuery("get", "/api/v1/renames");
  const known = renamesOf(renames.data?.renames ?? [], owner, field);
  return (
    <Page
      title={of}
      heading={<code>{of}</code>}
      crumbs={
        <Crumbs
          at={[
            ["Types", "/types"],
            [owner, typeAddress(owner)],
          ]}
        />
      }
      actions={<TextForms />}
    >
      <Asked query={history} what="the answers of all kernels">
        {(answer) => (
          <>
            <Now history={answer} />
            <h2>History</h2>
            <HistoryStrip history={answer} />
            <Guard history={answer} owner={owner} field={field} />
          </>
        )}
      </Asked>
      {known.length > 0 && (
        <>
          <h2>Known renames</h2>
          <RenameTable label={`Renames about ${of}`} renames={known} />
        </>
      )}
      <h2>Who uses it</h2>
      <Uses of={of} />
    </Page>
  );
}
