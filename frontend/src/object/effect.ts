import { LOOKS, type Verdict } from "@/model/verdict";

/** What a cause comes to, as the verdict it makes. */
const EFFECTS: Record<string, Verdict> = {
  breaks: "broken",
  undecided: "unknown",
  depends: "conditional",
  warns: "changed",
  guarded: "guarded",
};

export function effectVerdict(effect: string): Verdict {
  return EFFECTS[effect] ?? "unknown";
}

/** A verdict by the interface's word for it. */
export function verdictNamed(name: string): Verdict {
  return name in LOOKS ? (name as Verdict) : "unknown";
}
