import { useQuery } from "@tanstack/react-query";
import { useLocation, useParams } from "react-router";
import { api, client } from "@/api/client";
import { address, shortSha } from "@/app/routes";
import { useMatrix } from "@/object/matrix";
import { Pending } from "@/object/Pending";
import { asked, useQuestion, type Question } from "@/object/question";
import { TargetsBox } from "@/object/TargetsBox";
import { Crumbs } from "@/ui/Crumbs";
import { Page } from "@/ui/Page";
import { Problem } from "@/ui/Problem";
import { TextForms } from "@/ui/TextForms";
import { Beside } from "./Beside";
import { Explained } from "./Explained";
import "./relocation.css";

/** One relocation, or one cause that has none, on all kernels: four questions and their answers. */
export function Component() {
  const { sha = "", number = "" } = useParams();
  const { pathname } = useLocation();
  const kind = pathname.split("/")[3] === "causes" ? "causes" : "relocations";
  const question = useQuestion();
  const object = api.useQuery("get", "/api/v1/objects/{sha256}", { params: { path: { sha256: sha } } });
  const explanation = useExplanation(kind, sha, Number(number), question);
  const { query: whole, matrix } = useMatrix(sha, question);
  const name = object.data?.name ?? shortSha(sha);
  const what = kind === "relocations" ? `Relocation #${number}` : `Cause ${number}`;
  const words = asked(question);
  const here = { sha, number };
  const pending = explanation.data !== undefined && "run" in explanation.data ? explanation.data.run : undefined;
  return (
    <Page
      title={`${what} of ${name}`}
      crumbs={
        <Crumbs
          at={[
            ["Objects", "/objects"],
            [name, address("/objects/:sha", { sha }, words)],
            [
              what,
              kind === "relocations"
                ? address("/objects/:sha/relocations/:number", here, words)
                : address("/objects/:sha/causes/:number", here, words),
            ],
          ]}
        />
      }
      actions={<TextForms />}
    >
      <Beside kind={kind} sha={sha} number={Number(number)} query={words} matrix={matrix} />
      <TargetsBox error={explanation.error} />
      {explanation.isError && <Problem error={explanation.error} retry={() => void explanation.refetch()} />}
      {pending !== undefined && (
        <Pending
          run={pending.split("/").at(-1) ?? ""}
          ended={() => {
            void explanation.refetch();
            void whole.refetch();
          }}
        />
      )}
      {explanation.data !== undefined && "causes" in explanation.data && matrix !== undefined ? (
        <Explained explanation={explanation.data} whole={matrix.body} sha={sha} kind={kind} number={Number(number)} />
      ) : (
        <div className="relocation-room">
          {explanation.isPending && <p className="muted">Waiting for the explanation …</p>}
        </div>
      )}
    </Page>
  );
}

function useExplanation(kind: "relocations" | "causes", sha: string, number: number, question: Question) {
  return useQuery({
    queryKey: [kind, sha, number, question],
    queryFn: async ({ signal }) => {
      const params = { path: { sha256: sha, number }, query: asked(question) };
      const { data } =
        kind === "relocations"
          ? await client.GET("/api/v1/objects/{sha256}/relocations/{number}", { params, signal })
          : await client.GET("/api/v1/objects/{sha256}/causes/{number}", { params, signal });
      if (data === undefined) throw new Error("the service answered without a body");
      return data;
    },
  });
}
