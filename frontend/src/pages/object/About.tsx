import { useSearchParams } from "react-router";
import { Link } from "react-router";
import type { Schema } from "@/api/schema-names";
import { shortSha } from "@/app/routes";
import type { Matrix } from "@/model/matrix";
import { ago, When } from "@/ui/When";

/** Of which archive and by which engine it was said; and the link that says so for ever. */
export function About({ matrix, object }: { matrix: Matrix | undefined; object: Schema<"StoredObject"> | undefined }) {
  const [words] = useSearchParams();
  const body = matrix?.body;
  const pinned = words.get("archive");
  const other = new URLSearchParams(words);
  if (pinned === null) other.set("archive", shortSha(body?.archive.digest ?? ""));
  else other.delete("archive");
  return (
    <dl className="facts small object-about">
      <dt>Archive</dt>
      <dd>
        {body === undefined ? (
          "–"
        ) : (
          <>
            <When at={body.archive.date} /> <span className="muted">({ago(body.archive.date)})</span>{" "}
            <Link to={{ search: other.toString() }} preventScrollReset>
              {pinned === null ? "Pin" : "Unpin"}
            </Link>
          </>
        )}
      </dd>
      <dt>Engine</dt>
      <dd className="mono">{body?.engine ?? "–"}</dd>
      <dt>SHA-256</dt>
      <dd className="mono object-sha" title={object?.sha256}>
        {object === undefined ? "–" : shortSha(object.sha256)}
      </dd>
    </dl>
  );
}
