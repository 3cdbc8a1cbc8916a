import { Link } from "react-router";
import { api } from "@/api/client";
import { DropZone } from "@/object/DropZone";
import { ObjectsTable } from "@/object/ObjectsTable";
import { Samples } from "@/object/Samples";
import { Asked } from "@/ui/Asked";
import { Empty } from "@/ui/Empty";
import { Page } from "@/ui/Page";
import { Find } from "./Find";
import { Terminal } from "./Terminal";
import "./start.css";

/** Where somebody comes first: what this is, and the one thing to do. */
export function Component() {
  const recent = api.useQuery("get", "/api/v1/objects", { params: { query: { limit: 6 } } });
  return (
    <Page title="Relogrid" heading="Which kernels does this eBPF object load on?">
      <p className="start-what">
        Relogrid holds the relocations of a compiled <code>bpf.o</code> against archived kernels, as libbpf would, and
        says where it breaks, at which line, and what to write instead.
      </p>
      <DropZone />
      <Samples all />
      <div className="start-columns">
        <section className="stack" aria-labelledby="recent">
          <h2 id="recent">Recent objects</h2>
          <div className="start-recent">
            <Asked query={recent} what="recent objects">
              {(page) =>
                page.objects.length === 0 ? (
                  <Empty says="No objects yet. Drop one above, or try the sample." />
                ) : (
                  <div className="stack">
                    <ObjectsTable objects={page.objects} label="The newest, and how they stand" />
                    <p>
                      <Link to="/objects">All objects</Link>
                    </p>
                  </div>
                )
              }
            </Asked>
          </div>
        </section>
        <div className="stack start-side">
          <Find />
          <Terminal />
        </div>
      </div>
    </Page>
  );
}
