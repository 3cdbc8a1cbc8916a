import { Link } from "react-router";
import { api } from "@/api/client";
import { When } from "@/ui/When";

/** The one honest sentence, and which archive all this is about. */
export function Footer() {
  const health = api.useQuery("get", "/api/v1/kernels/health");
  return (
    <footer className="footer small muted">
      <p>
        "Relocates" is not yet "loads": <Link to="/docs/verdicts">what verdicts promise</Link>, and what only a booted
        kernel can say.
      </p>
      {health.data !== undefined && (
        <p>
          <Link to="/archive">{health.data.kernels} kernels</Link>, archive of <When at={health.data.archive.date} />
        </p>
      )}
    </footer>
  );
}
