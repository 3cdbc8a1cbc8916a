import { Asked } from "@/ui/Asked";
import { Crumbs } from "@/ui/Crumbs";
import { Page } from "@/ui/Page";
import { Markdown, withoutTitle } from "./Markdown";
import { useDocument } from "./document";

/** One cause: what it means, an example, and what to do. */
export function CausePage({ code }: { code: string }) {
  const text = useDocument(`/docs/verdicts/${encodeURIComponent(code)}`, "text/markdown");
  return (
    <Page
      title={code}
      heading={<code className="docs-code">{code}</code>}
      crumbs={<Crumbs at={[["Verdicts and causes", "/docs/verdicts"]]} />}
    >
      <div className="stack docs">
        <Asked query={text} what="the page">
          {(answer) => <Markdown text={withoutTitle(answer).rest} />}
        </Asked>
      </div>
    </Page>
  );
}
