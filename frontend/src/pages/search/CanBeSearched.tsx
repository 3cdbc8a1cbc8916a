import { Link } from "react-router";
import { address } from "@/app/routes";

const EXAMPLES = [
  ["Types and fields", "struct inode, inode.i_ctime", "inode.i_ctime"],
  ["Kernels", "a part of a release or an id: 6.1.0-50-amd64", "6.1.0-50"],
  ["Objects", "a part of a name, or the first digits of a digest", "ctime"],
  ["Projects", "a part of a name", ""],
  ["Causes", "a code, or words of its meaning", "FIELD_MISSING"],
] as const;

/** What there is to search for, each with an example. */
export function CanBeSearched() {
  return (
    <>
      <h2>What can be searched</h2>
      <dl className="facts">
        {EXAMPLES.map(([what, how, example]) => (
          <div key={what} style={{ display: "contents" }}>
            <dt>{what}</dt>
            <dd>
              {how}
              {example !== "" && (
                <>
                  {" · "}
                  <Link className="mono" to={address("/search", undefined, { q: example })}>
                    {example}
                  </Link>
                </>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
