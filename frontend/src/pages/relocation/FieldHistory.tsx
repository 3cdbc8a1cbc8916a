import { api } from "@/api/client";
import type { Schema } from "@/api/schema-names";
import { memberOf } from "@/object/AccessPath";
import { Asked } from "@/ui/Asked";
import { HistoryStrip } from "@/ui/HistoryStrip";

/** What became of the member it reads, from kernel to kernel. */
export function FieldHistory({ access }: { access: Schema<"Access"> }) {
  const { field } = memberOf(access);
  const root = access.root.replace(/___.*$/, "");
  const of = field === "" ? root : `${root} ${field}`;
  const history = api.useQuery("get", "/api/v1/history", { params: { query: { of } } });
  return (
    <section className="stack" aria-labelledby="history">
      <h2 id="history">
        History of <span className="mono">{of}</span>
      </h2>
      <Asked query={history} what="its history">
        {(answer) => <HistoryStrip history={answer} />}
      </Asked>
    </section>
  );
}
