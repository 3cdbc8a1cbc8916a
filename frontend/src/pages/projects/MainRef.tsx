import { useQuery } from "@tanstack/react-query";
import { call } from "@/api/client";

/** The badge of a project as data (`GET /badge/{project}.json`, as shields.io has it). */
interface Badge {
  message: string;
  color: string;
}

/** How the main ref of a project stands: its badge, in the words of this page. */
export function MainRef({ project }: { project: string }) {
  const badge = useQuery({
    queryKey: ["badge", project],
    queryFn: async () =>
      (await (await call(`/badge/${encodeURIComponent(project)}.json`, { cache: "no-cache" })).json()) as Badge,
  });
  if (badge.data === undefined) return <span className="muted">{badge.isError ? "unknown" : "…"}</span>;
  const { message } = badge.data;
  return (
    <strong className="number" data-verdict={verdict(message)} style={{ color: "var(--verdict)" }}>
      {message}
    </strong>
  );
}

function verdict(message: string): string {
  if (message.startsWith("✓")) return "ok";
  if (message.startsWith("✗")) return "broken";
  return message.startsWith("△") ? "changed" : "unanswered";
}
