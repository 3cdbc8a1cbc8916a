import { api } from "@/api/client";
import { Asked } from "@/ui/Asked";
import { HistoryStrip } from "@/ui/HistoryStrip";

export function TypeHistory({ of }: { of: string }) {
  const history = api.useQuery("get", "/api/v1/history", { params: { query: { of } } });
  return (
    <Asked query={history} what="the answers of all kernels">
      {(answer) => <HistoryStrip history={answer} />}
    </Asked>
  );
}
