import { kernelName } from "@/model/kernel";

/** Which of the fleet's kernels no kernel of the archive is, by id or by release as `uname -r` prints it. */
export function unknownOf(fleet: readonly string[], archive: readonly string[]): string[] {
  const known = new Set(archive.flatMap((id) => [id, kernelName(id).release]));
  return fleet.filter((kernel) => !known.has(kernel));
}
