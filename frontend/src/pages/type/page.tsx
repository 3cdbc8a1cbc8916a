import { useParams, useSearchParams } from "react-router";
import { api } from "@/api/client";
import { isAlone } from "@/knowledge/things";
import { Uses } from "@/knowledge/Uses";
import { Asked } from "@/ui/Asked";
import { Crumbs } from "@/ui/Crumbs";
import { Page } from "@/ui/Page";
import { TextForms } from "@/ui/TextForms";
import { Definition } from "./Definition";
import { KernelPicker } from "./KernelPicker";
import { TypeHistory } from "./TypeHistory";
import { TypeRenames } from "./TypeRenames";
import "./type.css";

/** A type: what it is on one kernel, what became of it on all, and who uses it. Functions and options have a history alone. */
export function Component() {
  const { name = "" } = useParams();
  return isAlone(name) ? <Alone name={name} /> : <Type name={name} />;
}

const CRUMBS = <Crumbs at={[["Types", "/types"]]} />;

function Type({ name }: { name: string }) {
  const [search] = useSearchParams();
  const kernel = search.get("kernel") ?? "";
  const type = api.useQuery("get", "/api/v1/types/{name}", { params: { path: { name }, query: { kernel } } });
  const title = type.data?.type ?? name;
  return (
    <Page title={title} heading={<code>{title}</code>} crumbs={CRUMBS} actions={<TextForms />}>
      <Asked query={type} what="the definition">
        {(answer) => (
          <>
            <KernelPicker name={name} chosen={kernel} shown={answer.kernel} />
            <Definition type={answer} />
            <h2>{answer.kind === "typedef" ? "History" : "Size"}</h2>
            <TypeHistory of={answer.type} />
            <TypeRenames type={answer.type} />
            <h2>Who uses it</h2>
            <Uses of={answer.type} />
          </>
        )}
      </Asked>
    </Page>
  );
}

function Alone({ name }: { name: string }) {
  return (
    <Page title={name} heading={<code>{name}</code>} crumbs={CRUMBS} actions={<TextForms />}>
      <h2>History</h2>
      <TypeHistory of={name} />
      <TypeRenames type={name} />
      <h2>Who uses it</h2>
      <Uses of={name} />
    </Page>
  );
}
