import { api } from "@/api/client";
import { Allowed } from "@/project/Allowed";
import { PAGED, ShowMore } from "@/project/ShowMore";
import { Asked } from "@/ui/Asked";
import { Crumbs } from "@/ui/Crumbs";
import { DataTable } from "@/ui/DataTable";
import { Empty } from "@/ui/Empty";
import { Page } from "@/ui/Page";
import { When } from "@/ui/When";
import "@/project/project.css";

/** Who asked for which writes, and how they were answered. */
export function Component() {
  return (
    <Page title="Record of writes" crumbs={<Crumbs at={[["Settings", "/settings"]]} />}>
      <p className="muted">Who asked for which writes, and how the service answered; the newest first.</p>
      <Allowed scope="admin">
        <Entries />
      </Allowed>
    </Page>
  );
}

function Entries() {
  const query = api.useInfiniteQuery("get", "/api/v1/audit", { params: { query: { limit: 100 } } }, PAGED);
  return (
    <Asked query={query} what="the record">
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items);
        if (items.length === 0) return <Empty says="Nobody wrote anything yet." />;
        return (
          <>
            <DataTable
              label="Record of writes"
              rows={items}
              rowKey={(entry) => entry.id}
              columns={[
                { head: "When", cell: (entry) => <When at={entry.at} /> },
                { head: "Who", cell: (entry) => <span className="project-line">{entry.actor}</span> },
                { head: "Asked for", cell: (entry) => <span className="mono">{entry.action}</span> },
                { head: "Of", cell: (entry) => <span className="mono project-line">{entry.target}</span> },
                { head: "Answer", cell: (entry) => entry.outcome },
                { head: "From", cell: (entry) => <span className="mono project-line">{entry.address}</span> },
              ]}
            />
            <ShowMore of={query} />
          </>
        );
      }}
    </Asked>
  );
}
