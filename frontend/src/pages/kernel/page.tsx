import { useParams } from "react-router";
import { api } from "@/api/client";
import { address } from "@/app/routes";
import { rest } from "@/knowledge/More";
import { withTerm } from "@/knowledge/query";
import { Asked } from "@/ui/Asked";
import { Code } from "@/ui/Code";
import { Crumbs } from "@/ui/Crumbs";
import { Page } from "@/ui/Page";
import { TextForms } from "@/ui/TextForms";
import { Compare } from "./Compare";
import { Facts } from "./Facts";
import { Neighbours } from "./Neighbours";
import { Standing } from "./Standing";
import "./kernel.css";

/** One kernel: what the archive knows of it, and what of the current objects breaks on it. */
export function Component() {
  const { distro = "", suite = "", arch = "", release = "" } = useParams();
  const id = [distro, suite, arch, release].join("/");
  const facts = api.useInfiniteQuery(
    "get",
    "/api/v1/kernels/{distro}/{suite}/{arch}/{release}",
    { params: { path: { distro, suite, arch, release }, query: { limit: 50 } } },
    rest,
  );
  const of = (terms: string[]) => address("/kernels", undefined, { targets: terms.reduce(withTerm, "") });
  return (
    <Page
      title={release}
      crumbs={
        <Crumbs
          at={[
            ["Kernels", "/kernels"],
            [distro, of([`distro:${distro}`])],
            [suite, of([`distro:${distro}`, `suite:${suite}`])],
            [arch, of([`distro:${distro}`, `suite:${suite}`, `arch:${arch}`])],
          ]}
        />
      }
      actions={<TextForms />}
    >
      <Asked query={facts} what={`what is known of ${id}`}>
        {({ pages }) => {
          const [first] = pages;
          if (first === undefined) return null;
          return (
            <>
              <Neighbours kernel={first.kernel} />
              <Facts kernel={first.kernel} source={first.source} />
              <Standing counts={first.counts} broken={pages.flatMap((page) => page.broken)} query={facts} />
              <Compare kernel={first.kernel} />
              <h2>At a terminal</h2>
              <Code
                label="Commands for this kernel"
                copy="Copy the commands"
                text={`relogrid check probe.bpf.o --kernel ${id}\nrelogrid boot probe.bpf.o --kernel ${id}`}
              />
            </>
          );
        }}
      </Asked>
    </Page>
  );
}
