import { Link } from "react-router";
import { api } from "@/api/client";
import { address, shortSha } from "@/app/routes";
import { Asked } from "@/ui/Asked";
import { Dialog } from "@/ui/Dialog";
import { When } from "@/ui/When";

interface CompareProps {
  open: boolean;
  onClose: () => void;
  sha: string;
  name: string;
}

/** With what this object is compared: those of its name first, for they are most likely older or newer ones. */
export function Compare({ open, onClose, sha, name }: CompareProps) {
  return (
    <Dialog title={`Compare ${name} with`} open={open} onClose={onClose}>
      <Choices sha={sha} name={name} />
    </Dialog>
  );
}

function Choices({ sha, name }: { sha: string; name: string }) {
  const list = api.useQuery("get", "/api/v1/objects", { params: { query: { limit: 200 } } });
  const mine = shortSha(sha);
  return (
    <Asked query={list} what="objects">
      {(page) => {
        const others = page.objects.filter((one) => !one.sha256.startsWith(mine));
        const ordered = [...others.filter((one) => one.name === name), ...others.filter((one) => one.name !== name)];
        if (ordered.length === 0) return <p>There is no other object yet.</p>;
        return (
          <>
            <ul className="cause-list object-compare">
              {ordered.map((one) => (
                <li key={one.sha256}>
                  <Link to={address("/diff/:range", { range: `${shortSha(one.sha256)}...${mine}` })}>{one.name}</Link>{" "}
                  <span className="mono small muted">{shortSha(one.sha256)}</span>
                  <span className="small muted">
                    <When at={one.uploadedAt} />
                  </span>
                </li>
              ))}
            </ul>
            <p className="small">
              <Link to={address("/objects/:sha/kernels", { sha: mine })}>
                This object on one kernel against another
              </Link>
            </p>
          </>
        );
      }}
    </Asked>
  );
}
