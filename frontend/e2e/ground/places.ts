import { address, kernelAddress, objectAddress, PATHS, refSegment, shortSha, type Path } from "@/app/routes";
import type { Seed } from "./seed";

/** One page with something on it: a file's name for its picture, and its address. */
export interface Place {
  name: string;
  path: Path;
  url: string;
  /** The status of an answer that belongs to what is shown. */
  refused?: number | undefined;
}

// Places that show how the service says no.
const REFUSED: Record<string, number> = { "targets-none": 400 };

/** Every page of the dashboard, with what the seed has for it; some in several states. */
export function places(seed: Seed): Place[] {
  const { objects, project } = seed;
  const sha = shortSha(objects.ctime);
  const range = `${sha}...${shortSha(objects.ctimeFixed)}`;
  const number = 3;
  const examples: Record<Path, Record<string, string>> = {
    "/": { start: "/" },
    "/search": { search: "/search?q=ctime", "search-nothing": "/search?q=nothing-of-this-name" },
    "/objects": { objects: "/objects" },
    "/objects/:sha": {
      object: objectAddress(objects.ctime),
      "object-many-programs": objectAddress(objects.biosnoop),
      "object-dense": objectAddress(objects.fsslower, { density: "dense", group: "version" }),
      "object-list": objectAddress(objects.ctime, { view: "list" }),
      "object-filtered": objectAddress(objects.biosnoop, { q: "verdict:broken distro:debian" }),
      "object-filtered-away": objectAddress(objects.noRelos, { q: "verdict:broken" }),
      "object-drawer": objectAddress(objects.ctime, { cell: `on_open@${seed.newer}` }),
      "object-conditional": objectAddress(objects.rodata),
      "object-without-btf": objectAddress(objects.noBtf),
      "object-without-relocations": objectAddress(objects.noRelos),
    },
    "/objects/:sha/relocations/:number": {
      relocation: address("/objects/:sha/relocations/:number", { sha, number }),
    },
    "/objects/:sha/causes/:number": { cause: address("/objects/:sha/causes/:number", { sha, number: 0 }) },
    "/objects/:sha/kernels": {
      "object-kernels": `/objects/${sha}/kernels?kernels=${encodeURIComponent(`${seed.kernel}...${seed.newer}`)}`,
    },
    "/projects": { projects: "/projects" },
    "/projects/:project": { project: address("/projects/:project", { project }), "project-sample": "/projects/sample" },
    "/projects/:project/:ref": {
      ref: address("/projects/:project/:ref", { project, ref: "main" }),
      "ref-slash": `/projects/${project}/${refSegment(seed.branch)}`,
    },
    "/diff/:range": {
      "diff-objects": `/diff/${range}`,
      "diff-refs": `/diff/main...${refSegment(seed.branch)}?project=${project}`,
    },
    "/kernels": { kernels: "/kernels", "kernels-some": "/kernels?targets=debian+13+and+cloud" },
    "/kernels/:distro/:suite/:arch/:release": { kernel: kernelAddress(seed.newer) },
    "/types": { types: "/types?q=inode" },
    "/types/:name": { type: address("/types/:name", { name: "inode" }) },
    "/types/:name/:field": { field: address("/types/:name/:field", { name: "inode", field: "i_ctime" }) },
    "/renames": { renames: "/renames" },
    "/targets": { targets: "/targets?q=debian+12+and+cloud", "targets-none": "/targets?q=debian+99" },
    "/runs": { runs: "/runs" },
    "/runs/:id": {
      run: address("/runs/:id", { id: seed.run }),
      "run-boot": address("/runs/:id", { id: seed.boot }),
    },
    "/archive": { archive: "/archive" },
    "/agreement": { agreement: "/agreement" },
    "/events": { events: "/events", "events-project": `/events?project=${project}` },
    "/settings": { settings: "/settings" },
    "/settings/tokens": { tokens: "/settings/tokens" },
    "/settings/audit": { audit: "/settings/audit" },
    "/settings/projects/:project": { "project-settings": address("/settings/projects/:project", { project }) },
    "/docs/verdicts": { "docs-verdicts": "/docs/verdicts" },
    "/docs/verdicts/:code": { "docs-verdict": address("/docs/verdicts/:code", { code: "FIELD_RENAMED" }) },
    "/docs/problems": { "docs-problems": "/docs/problems" },
    "/docs/problems/:code": { "docs-problem": address("/docs/problems/:code", { code: "not_found" }) },
  };
  return PATHS.flatMap((path) =>
    Object.entries(examples[path]).map(([name, url]) => ({ name, path, url, refused: REFUSED[name] })),
  );
}
