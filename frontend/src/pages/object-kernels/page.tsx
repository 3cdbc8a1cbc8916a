import { useParams, useSearchParams } from "react-router";
import { api } from "@/api/client";
import { address, shortSha } from "@/app/routes";
import { Pending } from "@/object/Pending";
import { Crumbs } from "@/ui/Crumbs";
import { Empty } from "@/ui/Empty";
import { Page } from "@/ui/Page";
import { Problem } from "@/ui/Problem";
import { TextForms } from "@/ui/TextForms";
import { Changed } from "./Changed";
import { Picker } from "./Picker";
import "./object-kernels.css";

/** One object, on one kernel against another: what breaks when somebody goes from this one to that one. */
export function Component() {
  const { sha = "" } = useParams();
  const [words, setWords] = useSearchParams();
  const [from = "", to = ""] = (words.get("kernels") ?? "").split("...");
  const object = api.useQuery("get", "/api/v1/objects/{sha256}", { params: { path: { sha256: sha } } });
  const name = object.data?.name ?? shortSha(sha);
  const choose = (a: string, b: string) => setWords({ kernels: `${a}...${b}` });
  return (
    <Page
      title={`${name} from kernel to kernel`}
      crumbs={
        <Crumbs
          at={[
            ["Objects", "/objects"],
            [name, address("/objects/:sha", { sha })],
            ["Kernel to kernel", address("/objects/:sha/kernels", { sha })],
          ]}
        />
      }
      actions={from !== "" && to !== "" && <TextForms />}
    >
      <p className="muted">What becomes of {name} when a machine goes from one kernel to another.</p>
      <Picker key={`${from}...${to}`} from={from} to={to} choose={choose} />
      {object.isError && object.data === undefined && <Problem error={object.error} />}
      {from === "" || to === "" ? (
        <Empty says="Two kernels are needed, such as the one machines run and the one they go to." />
      ) : (
        <Between sha={sha} from={from} to={to} />
      )}
    </Page>
  );
}

function Between({ sha, from, to }: { sha: string; from: string; to: string }) {
  const diff = api.useQuery("get", "/api/v1/objects/{sha256}/diff", {
    params: { path: { sha256: sha }, query: { kernels: `${from}...${to}` } },
  });
  if (diff.isError) return <Problem error={diff.error} retry={() => void diff.refetch()} />;
  if (diff.data === undefined) return <p className="muted object-kernels-room">Waiting for both kernels …</p>;
  if ("run" in diff.data) {
    return <Pending run={diff.data.run.split("/").at(-1) ?? ""} ended={() => void diff.refetch()} />;
  }
  return <Changed answer={diff.data} sha={sha} />;
}
