import { sample, shipped } from "./folders";
import type { Rest } from "./rest";
import type { Schema } from "@/api/schema-names";

/** What is there when tests begin, by the names they use. */
export interface Seed {
  project: string;
  /** A ref with a slash in its name. */
  branch: string;
  objects: Record<ObjectName, string>;
  /** A kernel of the archive, and a newer one on which other things break. */
  kernel: string;
  newer: string;
  /** A kernel that can be booted here. */
  bootable: string;
  /** A run that ended, and one that booted a kernel. */
  run: string;
  boot: string;
}

const OBJECTS = {
  ctime: sample("ctime"),
  ctimeFixed: sample("ctime_fixed"),
  taskState: sample("task_state"),
  guarded: sample("guarded"),
  rodata: sample("rodata_switch"),
  noBtf: sample("no_btf"),
  noRelos: sample("no_relos"),
  biosnoop: shipped("bookworm_amd64_libbpf-tools_", "-biosnoop-"),
  biosnoopNew: shipped("sid_amd64_libbpf-tools_", "-biosnoop-"),
  fsslower: shipped("bookworm_amd64_libbpf-tools_", "-fsslower-"),
  opensnoop: shipped("bookworm_amd64_libbpf-tools_", "-opensnoop-"),
};

export type ObjectName = keyof typeof OBJECTS;

// As their makers call them; one keeps the long name that its file has.
const NAMES: Record<string, string> = {
  biosnoop: "biosnoop.bpf.o",
  biosnoopNew: "biosnoop.bpf.o",
  opensnoop: "opensnoop.bpf.o",
};

const PROJECT = "file-tracer";

const POLICY = `# file-tracer ships one object for all of these
required:
  - debian 12..13
watch: suite:sid
ignore:
  - path: inode.i_ctime
    program: on_open
    reason: only printed with --debug, where a zero does no harm
    until: 2099-03-31
`;

/** Lays the ground: objects, a project with a past, a fleet, a policy, a webhook, tokens, runs. */
export async function seed(rest: Rest, bootable: string, listener: string): Promise<Seed> {
  const objects = {} as Record<ObjectName, string>;
  for (const [name, file] of Object.entries(OBJECTS)) {
    objects[name as ObjectName] = await rest.upload(file, NAMES[name]);
  }
  // It takes longest: the rest is laid while it is at work.
  const boot = await startRun(rest, objects.ctime, { kind: "boot", kernels: [bootable] });
  const also = await startRun(rest, objects.biosnoop, { kind: "boot", kernels: [bootable] });
  await project(rest, objects, listener);
  const kernels = await twoKernels(rest);
  await people(rest, kernels);
  const run = await startRun(rest, objects.fsslower, { kind: "check" });
  for (const id of [run, boot, also]) {
    const { state, error } = await rest.ended(id);
    if (state !== "done") throw new Error(`run ${id} ended as ${state}: ${error}`);
  }
  return { project: PROJECT, branch: "fix/ctime", objects, ...kernels, bootable, run, boot };
}

async function startRun(rest: Rest, sha: string, order: Schema<"RunOrder">): Promise<string> {
  return (await rest.json<Schema<"RunView">>("POST", `/api/v1/objects/${sha}/runs`, order)).id;
}

// Its past: main broke and was mended, a tag, a branch that breaks again.
async function project(rest: Rest, objects: Record<ObjectName, string>, listener: string): Promise<void> {
  const at = `/api/v1/projects/${PROJECT}`;
  await rest.call("PUT", at);
  await rest.json("POST", `${at}/webhooks`, { url: listener });
  const put = async (ref: string, path: string, name: ObjectName, commit: string) => {
    const to = `${at}/refs/${ref.replaceAll("/", "~")}/objects/${path}`;
    await rest.json("PUT", to, { sha256: objects[name], commit });
  };
  await put("main", "bpf/open.bpf.o", "opensnoop", "1f6b2c9");
  await put("main", "bpf/inode.bpf.o", "ctimeFixed", "1f6b2c9");
  await put("v1.0", "bpf/inode.bpf.o", "ctimeFixed", "1f6b2c9");
  await put("main", "bpf/inode.bpf.o", "ctime", "5a9d03e");
  await put("main", "bpf/switch.bpf.o", "rodata", "5a9d03e");
  await put("main", "bpf/inode.bpf.o", "ctimeFixed", "c02e7b1");
  await put("main", "bpf/block.bpf.o", "biosnoop", "c02e7b1");
  await put("fix/ctime", "bpf/inode.bpf.o", "ctime", "77ab310");
  await put("fix/ctime", "bpf/block.bpf.o", "biosnoopNew", "77ab310");
  await put("fix/ctime", "bpf/open.bpf.o", "opensnoop", "77ab310");
}

async function twoKernels(rest: Rest): Promise<{ kernel: string; newer: string }> {
  const one = async (targets: string) => {
    const list = await rest.get<Schema<"KernelList">>(`/api/v1/kernels?limit=1&targets=${encodeURIComponent(targets)}`);
    const id = list.kernels[0]?.id;
    if (id === undefined) throw new Error(`the archive has no kernel of ${targets}`);
    return id;
  };
  return { kernel: await one("suite:bookworm and amd64"), newer: await one("suite:trixie and amd64") };
}

async function people(rest: Rest, { kernel, newer }: { kernel: string; newer: string }): Promise<void> {
  const at = `/api/v1/projects/${PROJECT}`;
  await rest.call("PUT", `${at}/policy`, POLICY, "text/yaml");
  const fleet = `kernel,nodes\n${kernel},412\n${newer},96\n5.4.0-150-generic,3\n`;
  await rest.call("PUT", `${at}/fleet`, fleet, "text/csv");
  await rest.json("POST", "/api/v1/tokens", { name: "ci of file-tracer", scopes: ["upload"], project: PROJECT });
  const until = "2099-12-31T00:00:00Z";
  await rest.json("POST", "/api/v1/tokens", { name: "wall screen", scopes: ["read"], expiresAt: until });
}
