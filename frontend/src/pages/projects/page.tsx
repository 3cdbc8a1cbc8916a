import { api } from "@/api/client";
import { projectAddress } from "@/project/names";
import { PAGED, ShowMore } from "@/project/ShowMore";
import { Asked } from "@/ui/Asked";
import { Code } from "@/ui/Code";
import { DataTable } from "@/ui/DataTable";
import { Empty } from "@/ui/Empty";
import { Page } from "@/ui/Page";
import { When } from "@/ui/When";
import { Link } from "react-router";
import { NewProject } from "./NewProject";
import { MainRef } from "./MainRef";
import "@/project/project.css";

/** All projects, and how the main ref of each stands. */
export function Component() {
  const query = api.useInfiniteQuery("get", "/api/v1/projects", {}, PAGED);
  return (
    <Page title="Projects">
      <p className="muted">Objects that are released together, and whether they may be.</p>
      <Asked query={query} what="the projects">
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0) return <NoProject />;
          return (
            <>
              <DataTable
                label="Projects"
                rows={items}
                rowKey={(project) => project.id}
                columns={[
                  { head: "Project", cell: ({ name }) => <Link to={projectAddress(name)}>{name}</Link> },
                  { head: "Kernels its main ref passes on", cell: ({ name }) => <MainRef project={name} /> },
                  { head: "Created", cell: ({ createdAt }) => <When at={createdAt} /> },
                ]}
              />
              <ShowMore of={query} />
            </>
          );
        }}
      </Asked>
      <NewProject />
    </Page>
  );
}

function NoProject() {
  return (
    <Empty says="There is no project yet. Continuous integration makes one with its first push:">
      <Code
        label="What continuous integration runs"
        copy="Copy both lines"
        text={`export RELOGRID_URL=${location.origin} RELOGRID_TOKEN=…\nrelogrid push *.bpf.o --project my-agent --ref main`}
      />
    </Empty>
  );
}
