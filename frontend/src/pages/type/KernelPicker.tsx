import { useNavigate } from "react-router";
import { api } from "@/api/client";
import { typeAddress } from "@/knowledge/things";
import { kernelName, type KernelName } from "@/model/kernel";

interface KernelPickerProps {
  name: string;
  /** What the address says; empty for the newest that has the type. */
  chosen: string;
  /** The kernel the definition is from. */
  shown: string;
}

/** Which kernel's definition is shown: the newest build of each line, and the one the address names. */
export function KernelPicker({ name, chosen, shown }: KernelPickerProps) {
  const go = useNavigate();
  const latest = api.useQuery("get", "/api/v1/targets", { params: { query: { q: "latest" } } });
  const ids = new Set([...(latest.data?.kernels ?? []), ...(chosen === "" ? [] : [shown])]);
  const suites = bySuite([...ids].map(kernelName));
  return (
    <div className="row type-picker">
      <label htmlFor="kernel">As it is on</label>
      <select
        id="kernel"
        value={chosen === "" ? "" : shown}
        onChange={(event) => void go(typeAddress(name, { kernel: event.target.value }), { preventScrollReset: true })}
      >
        <option value="">the newest kernel that has it{chosen === "" ? `: ${kernelName(shown).release}` : ""}</option>
        {[...suites].map(([suite, kernels]) => (
          <optgroup key={suite} label={suite}>
            {kernels.map((kernel) => (
              <option key={kernel.id} value={kernel.id}>
                {kernel.release}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}

function bySuite(kernels: readonly KernelName[]): Map<string, KernelName[]> {
  const suites = new Map<string, KernelName[]>();
  for (const kernel of kernels) {
    const suite = `${kernel.distro} ${kernel.suite}`;
    suites.set(suite, [...(suites.get(suite) ?? []), kernel]);
  }
  return suites;
}
