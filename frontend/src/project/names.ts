import { address, refSegment } from "@/app/routes";

/** What a project may be called; the sentence is the service's rule. */
export const NAME_RULE = "A lower-case letter or digit, and at most 62 more of these and of . _ -";

const NAME = /^[a-z0-9][a-z0-9._-]{0,62}$/;

/** What is wrong with a project's name; nothing when it is good. */
export function nameFault(name: string): string | undefined {
  if (name === "") return "A project needs a name.";
  if (NAME.test(name)) return undefined;
  if (name !== name.toLowerCase()) return "Capital letters are not allowed.";
  if (name.length > 63) return `The name has ${name.length} characters; 63 is the most.`;
  if (/^[._-]/.test(name)) return "The first character is a letter or a digit.";
  const odd = [...name].find((one) => !/[a-z0-9._-]/.test(one));
  return odd === " " ? "A space is not allowed." : `The character ${odd} is not allowed.`;
}

export function projectAddress(project: string): string {
  return address("/projects/:project", { project });
}

export function refAddress(project: string, ref: string): string {
  return address("/projects/:project/:ref", { project, ref: refSegment(ref) });
}

/** A ref's part of an address of the interface. */
export function refPath(project: string, ref: string): string {
  return `/api/v1/projects/${encodeURIComponent(project)}/refs/${encodeURIComponent(refSegment(ref))}`;
}

/** The address of a difference between two refs, or between two objects where there is no project. */
export function diffAddress(from: string, to: string, project?: string, targets?: string): string {
  const range = `${refSegment(from)}...${refSegment(to)}`;
  return address("/diff/:range", { range }, { project, targets });
}

/** The id of a run, from its address in the interface. */
export function runId(href: string): string {
  return href.slice(href.lastIndexOf("/") + 1);
}

/** A ref that is a commit is called by its first digits. */
export function refName(name: string, kind?: string): string {
  return kind === "commit" || /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(name) ? name.slice(0, 12) : name;
}
