import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "@/api/client";
import type { Schema } from "@/api/schema-names";
import { Confirm } from "@/project/Confirm";
import { Asked } from "@/ui/Asked";
import { Button } from "@/ui/Button";
import { DataTable } from "@/ui/DataTable";
import { Empty } from "@/ui/Empty";
import { When } from "@/ui/When";

type Token = Schema<"Token">;

/** Every token there is or was. */
export function TokenTable() {
  const query = api.useQuery("get", "/api/v1/tokens");
  const [ending, setEnding] = useState<Token>();
  return (
    <>
      <Asked query={query} what="the tokens">
        {({ items }) =>
          items.length === 0 ? (
            <Empty says="There is no token yet." />
          ) : (
            <DataTable
              label="Tokens"
              rows={items}
              rowKey={(token) => token.id}
              columns={[
                { head: "Name", cell: (token) => token.name },
                { head: "Scopes", cell: (token) => token.scopes.join(", ") },
                { head: "Project", cell: (token) => token.project ?? "all" },
                { head: "Created", cell: (token) => <When at={token.createdAt} /> },
                { head: "Last used", cell: (token) => (token.lastUsedAt ? <When at={token.lastUsedAt} /> : "never") },
                { head: "Ends", cell: (token) => <Ends of={token} /> },
                {
                  head: "Revoke",
                  cell: (token) =>
                    stands(token) && (
                      <Button size="small" aria-label={`Revoke ${token.name}`} onClick={() => setEnding(token)}>
                        Revoke
                      </Button>
                    ),
                },
              ]}
            />
          )
        }
      </Asked>
      <Revoke token={ending} onClose={() => setEnding(undefined)} />
    </>
  );
}

function stands(token: Token): boolean {
  return !token.revokedAt && (!token.expiresAt || new Date(token.expiresAt).getTime() > Date.now());
}

function Ends({ of }: { of: Token }) {
  if (of.revokedAt) {
    return (
      <>
        revoked <When at={of.revokedAt} />
      </>
    );
  }
  if (!of.expiresAt) return <span className="muted">does not end</span>;
  return (
    <>
      {!stands(of) && "ended "}
      <When at={of.expiresAt} />
    </>
  );
}

function Revoke({ token, onClose }: { token: Token | undefined; onClose: () => void }) {
  const queries = useQueryClient();
  const revoke = api.useMutation("delete", "/api/v1/tokens/{id}", {
    onSuccess: async () => {
      onClose();
      await queries.invalidateQueries({ queryKey: ["get", "/api/v1/tokens"] });
    },
  });
  const close = () => {
    revoke.reset();
    onClose();
  };
  return (
    <Confirm
      title={`Revoke ${token?.name ?? ""}?`}
      open={token !== undefined}
      does="Revoke it"
      run={() => token !== undefined && revoke.mutate({ params: { path: { id: Number(token.id) } } })}
      running={revoke.isPending}
      error={revoke.error}
      onClose={close}
    >
      Whatever uses this token is refused from its next request on. A revoked token stays revoked.
    </Confirm>
  );
}
