import { useMutation, useQueryClient } from "@tanstack/react-query";
import { call } from "@/api/client";
import { setToken } from "@/api/session";
import { Button } from "@/ui/Button";
import { Problem } from "@/ui/Problem";

/** Forgets the token, and ends the session where there is one. */
export function SignOut({ session }: { session: boolean }) {
  const queries = useQueryClient();
  const leave = useMutation({
    mutationFn: async () => {
      setToken(null);
      if (session) await call("/logout", { method: "POST" });
    },
    onSuccess: () => queries.resetQueries(),
  });
  return (
    <>
      {leave.isError && <Problem error={leave.error} />}
      <div>
        <Button disabled={leave.isPending} onClick={() => leave.mutate()}>
          Sign out
        </Button>
      </div>
    </>
  );
}
