import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "react-router";
import { call } from "@/api/client";
import type { Schema } from "@/api/schema-names";
import { address, objectAddress, shortSha } from "@/app/routes";
import { useMay } from "@/project/Allowed";
import { Confirm } from "@/project/Confirm";
import { Answer, Counts } from "@/project/Counts";
import { refPath, runId } from "@/project/names";
import { Button } from "@/ui/Button";
import { DataTable } from "@/ui/DataTable";
import { VerdictMark } from "@/ui/VerdictMark";
import { When } from "@/ui/When";

type Attached = Schema<"AttachedView">;

interface ObjectTableProps {
  project: string;
  name: string;
  objects: readonly Attached[];
  /** What the policy asks for, for the objects' own reports. */
  targets: string | undefined;
}

/** What a ref has, by path. */
export function ObjectTable({ project, name, objects, targets }: ObjectTableProps) {
  const [leaving, setLeaving] = useState<Attached>();
  const may = useMay("upload", project);
  return (
    <>
      <DataTable
        label={`Objects of ${name}`}
        rows={objects}
        rowKey={(one) => one.id}
        stacks
        columns={[
          {
            head: "Path",
            cell: (one) => (
              <Link className="mono" to={objectAddress(one.sha256, { targets })}>
                {one.path}
              </Link>
            ),
          },
          { head: "May it go out?", cell: (one) => <Said of={one} /> },
          { head: "Required kernels", cell: (one) => one.kernels && <Counts of={one.kernels} /> },
          { head: "Commit", cell: (one) => <span className="mono">{one.commit ? shortSha(one.commit) : ""}</span> },
          { head: "Since", cell: (one) => <When at={one.since} /> },
          ...(may
            ? [
                {
                  head: "Remove",
                  cell: (one: Attached) => (
                    <Button size="small" aria-label={`Take off ${one.path}`} onClick={() => setLeaving(one)}>
                      Take off
                    </Button>
                  ),
                },
              ]
            : []),
        ]}
      />
      <TakeOff project={project} name={name} path={leaving?.path} onClose={() => setLeaving(undefined)} />
    </>
  );
}

/** What is said of an object: the policy's answer, or why there is none. */
export function Said({ of }: { of: Attached }) {
  if (of.refusal !== null && of.refusal !== undefined) {
    return (
      <>
        <VerdictMark verdict="unknown" word="no answer" />: it {of.refusal}
      </>
    );
  }
  if (of.headline === null || of.headline === undefined) {
    return (
      <>
        <VerdictMark verdict="unanswered" /> <RunLink run={of.run} />
      </>
    );
  }
  return (
    <>
      <Answer says={of.headline} short />
      {of.outdated && <span className="small muted"> By an earlier archive or engine.</span>}
      {of.run !== null && of.run !== undefined && (
        <>
          {" "}
          <RunLink run={of.run} />
        </>
      )}
    </>
  );
}

function RunLink({ run }: { run: string | null | undefined }) {
  if (run === null || run === undefined) return <span className="muted">no run is under way</span>;
  return <Link to={address("/runs/:id", { id: runId(run) })}>follow the run</Link>;
}

interface TakeOffProps {
  project: string;
  name: string;
  path: string | undefined;
  onClose: () => void;
}

function TakeOff({ project, name, path = "", onClose }: TakeOffProps) {
  const queries = useQueryClient();
  const segments = path.split("/").map(encodeURIComponent).join("/");
  const leave = useMutation({
    mutationFn: () => call(`${refPath(project, name)}/objects/${segments}`, { method: "DELETE" }),
    onSuccess: async () => {
      onClose();
      await queries.invalidateQueries();
    },
  });
  const close = () => {
    leave.reset();
    onClose();
  };
  return (
    <Confirm
      title={`Take ${path} off ${name}?`}
      open={path !== ""}
      does="Take it off"
      run={() => leave.mutate()}
      running={leave.isPending}
      error={leave.error}
      onClose={close}
    >
      {name} no longer has <span className="mono">{path}</span>, and its answer no longer counts. In the history it
      stays.
    </Confirm>
  );
}
