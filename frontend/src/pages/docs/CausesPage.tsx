import { api } from "@/api/client";
import { LOOKS, type Verdict } from "@/model/verdict";
import { Asked } from "@/ui/Asked";
import { DataTable } from "@/ui/DataTable";
import { Page } from "@/ui/Page";
import { VerdictMark } from "@/ui/VerdictMark";
import { Markdown, withoutTitle } from "./Markdown";
import { Tabs } from "./Tabs";
import { useDocument } from "./document";

/** What verdicts promise, and the causes by their codes. */
export function CausesPage() {
  const legend = api.useQuery("get", "/api/v1/verdicts");
  const causes = useDocument("/docs/verdicts", "text/markdown");
  return (
    <Page title="Verdicts and causes">
      <Tabs />
      <p>
        A verdict is about what libbpf and the kernel's types decide. What only the verifier can say, such as whether a
        program is too complex, is outside: “relocates” is not yet “loads”. Where a kernel was booted, its word is
        beside the verdict.
      </p>
      <Asked query={legend} what="the verdicts">
        {({ verdicts }) => (
          <DataTable
            label="Verdicts"
            rows={verdicts}
            rowKey={(verdict) => verdict.code}
            columns={[
              {
                head: "Verdict",
                cell: (verdict) =>
                  verdict.code in LOOKS ? <VerdictMark verdict={verdict.code as Verdict} /> : verdict.word,
              },
              { head: "Code", cell: (verdict) => <code>{verdict.code}</code> },
              { head: "Means", cell: (verdict) => verdict.meaning },
            ]}
          />
        )}
      </Asked>
      <h2>Causes</h2>
      <div className="stack docs">
        <Asked query={causes} what="the list of causes">
          {(text) => <Markdown text={withoutTitle(text).rest} />}
        </Asked>
      </div>
    </Page>
  );
}
