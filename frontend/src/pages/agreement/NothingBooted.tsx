import { api } from "@/api/client";
import { Code } from "@/ui/Code";
import { Empty } from "@/ui/Empty";

/** No evidence: the one command that makes some. */
export function NothingBooted() {
  const objects = api.useQuery("get", "/api/v1/objects", { params: { query: { limit: 1 } } });
  const sha = objects.data?.objects[0]?.sha256.slice(0, 12) ?? "$SHA";
  const order = JSON.stringify({ kind: "boot", kernels: ["latest and arch:amd64"] });
  return (
    <Empty says="No kernel was booted yet. This boots the newest ones with an object, where a node of the role vm has their images:">
      <Code
        label="The command that boots kernels"
        copy="Copy the command"
        text={`curl -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' \\\n  -d '${order}' ${location.origin}/api/v1/objects/${sha}/runs`}
      />
    </Empty>
  );
}
