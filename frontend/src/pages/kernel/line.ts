import { api } from "@/api/client";
import type { Schema } from "@/api/schema-names";

/** The builds of a kernel's line: its suite, architecture and flavour, in the archive's order. */
export function useLine(kernel: Schema<"Kernel">): readonly string[] | undefined {
  const terms = [`distro:${kernel.distro}`, `suite:${kernel.suite}`, `arch:${kernel.arch}`];
  if (kernel.flavour !== "") terms.push(`flavour:${kernel.flavour}`);
  return api.useQuery("get", "/api/v1/targets", { params: { query: { q: terms.join(" and ") } } }).data?.kernels;
}
