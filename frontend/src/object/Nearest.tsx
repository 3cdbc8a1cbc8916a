import type { Schema } from "@/api/schema-names";

const GRADES: Record<string, string> = {
  known_rename: "known rename",
  very_likely: "very likely",
  similar_name_only: "similar name only",
};

/** What kernels have that may be meant, the best first; what has nothing but a similar name is behind a fold. */
export function Nearest({ nearest }: { nearest: readonly Schema<"Nearest">[] }) {
  const good = nearest.filter((one) => one.grade !== "similar_name_only");
  const similar = nearest.filter((one) => one.grade === "similar_name_only");
  return (
    <div className="nearest">
      <Matches matches={good} />
      {similar.length > 0 && (
        <details className="small">
          <summary>
            {similar.length} with {good.length > 0 ? "only " : "nothing but "}a similar name or place
          </summary>
          <Matches matches={similar} />
        </details>
      )}
    </div>
  );
}

function Matches({ matches }: { matches: readonly Schema<"Nearest">[] }) {
  if (matches.length === 0) return null;
  return (
    <ul className="cause-list">
      {matches.map((one) => (
        <li key={one.path}>
          <span className="mono">
            {one.path}
            {one.type === "" || one.path === one.type ? "" : ` : ${one.type}`}
          </span>{" "}
          <strong className="small grade">{GRADES[one.grade] ?? one.grade}</strong>
          <span className="small muted"> {one.reasons.join("; ")}</span>
        </li>
      ))}
    </ul>
  );
}
