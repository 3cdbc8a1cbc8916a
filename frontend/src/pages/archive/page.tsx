import { Link } from "react-router";
import { api } from "@/api/client";
import type { Schema } from "@/api/schema-names";
import { kernelAddress } from "@/app/routes";
import { EmptyArchive } from "@/knowledge/EmptyArchive";
import { useMay } from "@/knowledge/scopes";
import { Asked } from "@/ui/Asked";
import { Code } from "@/ui/Code";
import { Page } from "@/ui/Page";
import { TextForms } from "@/ui/TextForms";
import { When } from "@/ui/When";
import { AddKernels } from "./AddKernels";
import { ageWords, isOld } from "./age";
import { Holdings } from "./Holdings";
import "./archive.css";

type Health = Schema<"ArchiveHealth">;

const COMMANDS = `# every build a mirror has and the archive has not
relogrid archive sync debian

# packages, BTFHub files, captures of hosts
relogrid archive add linux-image-6.12.107+deb13-amd64.deb
ci/capture-kernel capture.tar.gz && relogrid archive add capture.tar.gz

# compare all of it with its digests
relogrid archive verify`;

/** How complete and how sound the archive is, and how it gets more. */
export function Component() {
  const health = api.useQuery("get", "/api/v1/kernels/health");
  const admin = useMay("admin");
  return (
    <Page title="Archive" actions={<TextForms />}>
      <Asked query={health} what="how the archive is">
        {(answer) =>
          answer.kernels === 0 ? (
            <EmptyArchive />
          ) : (
            <>
              <Damage health={answer} />
              <p>
                <strong>
                  {answer.kernels} kernels. The archive is {ageWords(answer.age)} old
                </strong>
                , of <When at={answer.archive.date} />, digest <code>{answer.archive.digest.slice(0, 12)}</code>.{" "}
                <Link to="/agreement">Static against booted</Link>
              </p>
              {isOld(answer.age) && (
                <div className="notice" data-kind="warning">
                  <p>Newer kernels may be missing. The commands below bring it up to date.</p>
                </div>
              )}
              <Numbers health={answer} />
              <Faults title="Without BTF" faults={answer.noBtf} />
              <Faults title="In quarantine" faults={answer.quarantine} />
              <h2>What it holds</h2>
              <Holdings />
            </>
          )
        }
      </Asked>
      <h2>Add kernels</h2>
      {admin && <AddKernels />}
      <Code label="Commands that add kernels" copy="Copy the commands" text={COMMANDS} />
    </Page>
  );
}

/** What is damaged, before anything else: verdicts of those kernels are not to be had. */
function Damage({ health }: { health: Health }) {
  if (health.damagedPacks.length === 0 && health.damagedMeasurements == null) return null;
  return (
    <div className="notice" data-kind="problem" role="alert">
      <p>
        <strong>The archive is damaged.</strong> <code>relogrid archive verify</code> says what; a backup or{" "}
        <code>relogrid archive sync</code> brings it back.
      </p>
      <ul>
        {health.damagedPacks.map((pack) => (
          <li key={pack} className="mono">
            {pack}
          </li>
        ))}
        {health.damagedMeasurements != null && <li className="mono">{health.damagedMeasurements}</li>}
      </ul>
    </div>
  );
}

function Numbers({ health }: { health: Health }) {
  const parts: [name: string, count: number][] = [
    ["have BTF", health.withBtf],
    ["have symbols", health.withSymbols],
    ["have a configuration", health.withConfig],
    ["have types of modules", health.withModules],
    ["were booted and measured", health.measured],
  ];
  return (
    <ul className="archive-numbers">
      {parts.map(([name, count]) => (
        <li key={name}>
          <meter value={count} max={health.kernels} aria-hidden="true" />
          <span className="number">
            {count} of {health.kernels}
          </span>
          <span>{name}</span>
        </li>
      ))}
    </ul>
  );
}

function Faults({ title, faults }: { title: string; faults: Health["noBtf"] }) {
  if (faults.length === 0) return null;
  return (
    <>
      <h2>
        {title} <span className="muted small">{faults.length}</span>
      </h2>
      <ul className="archive-faults">
        {faults.map((fault) => (
          <li key={fault.kernel + fault.what}>
            <Link to={kernelAddress(fault.kernel)}>{fault.kernel}</Link>
            <span className="muted"> {fault.what}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
