import { useParams } from "react-router";
import { api } from "@/api/client";
import { ProblemError } from "@/api/problem";
import { ObjectGrid } from "@/grid/ObjectGrid";
import { EmptyArchive } from "@/knowledge/EmptyArchive";
import { headlineOf } from "@/object/headline";
import { useMatrix } from "@/object/matrix";
import { Pending } from "@/object/Pending";
import { asked, isPlain, useQuestion } from "@/object/question";
import { TargetsBox } from "@/object/TargetsBox";
import { Crumbs } from "@/ui/Crumbs";
import { Page } from "@/ui/Page";
import { Problem } from "@/ui/Problem";
import { About } from "./About";
import { Actions } from "./Actions";
import { Booted } from "./Booted";
import { BootForm } from "./BootForm";
import { Causes } from "./Causes";
import { Facts } from "./Facts";
import { Holders } from "./Holders";
import { Notes } from "./Notes";
import { Numbers } from "./Numbers";
import { Refused } from "./Refused";
import { Settings } from "./Settings";
import { Unknown } from "./Unknown";
import "./object.css";

/** The report: the answer in a sentence, then causes, then the grid that proves it. */
export function Component() {
  const { sha = "" } = useParams();
  const question = useQuestion();
  const object = api.useQuery("get", "/api/v1/objects/{sha256}", { params: { path: { sha256: sha } } });
  // What has nothing to relocate is looked at more closely, before anything is shown that its notes would push down.
  const inspection = api.useQuery(
    "get",
    "/api/v1/objects/{sha256}/inspect",
    { params: { path: { sha256: sha } } },
    { enabled: object.data?.relocations === 0 },
  );
  const { query, matrix, run } = useMatrix(sha, question);
  if (object.isError && object.data === undefined) {
    const missing = object.error instanceof ProblemError && object.error.status === 404;
    return missing ? <Unknown sha={sha} /> : <Failed error={object.error} retry={() => void object.refetch()} />;
  }
  const name = object.data?.name ?? sha;
  const counts = matrix?.body.counts ?? (isPlain(question) ? (object.data?.counts ?? undefined) : undefined);
  const { stands, because } =
    counts === undefined
      ? { stands: name, because: "" }
      : headlineOf(name, counts, matrix?.causes, object.data?.relocations);
  return (
    <Page
      title={name}
      heading={
        <span className="object-headline">
          {stands} <span className="object-because">{because}</span>
        </span>
      }
      crumbs={<Crumbs at={[["Objects", "/objects"]]} />}
    >
      <div className="object-top" data-old={query.isPlaceholderData}>
        <Numbers counts={counts} />
        <About matrix={matrix} object={object.data} />
      </div>
      <TargetsBox error={query.error} />
      <Settings question={question} />
      <Actions sha={sha} name={name} matrix={matrix} question={question} />
      {query.isError && (
        <Refused
          sha={sha}
          question={question}
          error={query.error}
          old={matrix !== undefined}
          retry={() => void query.refetch()}
        />
      )}
      {run !== undefined && <Pending run={run} ended={() => void query.refetch()} />}
      {matrix === undefined || inspection.isLoading ? (
        <div className="object-room">{query.isPending && <p className="muted">Waiting for kernels …</p>}</div>
      ) : (
        <>
          {object.data && <Notes object={object.data} inspection={inspection.data} />}
          {matrix.body.kernels.length === 0 ? (
            <EmptyArchive />
          ) : (
            <>
              <Causes matrix={matrix} query={asked(question)} />
              <ObjectGrid matrix={matrix} />
            </>
          )}
          <Booted matrix={matrix} />
        </>
      )}
      <BootForm sha={sha} />
      <Holders object={object.data} />
      <Facts sha={sha} query={asked(question)} />
    </Page>
  );
}

function Failed({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <Page title="Object">
      <Problem error={error} retry={retry} />
    </Page>
  );
}
