import { api } from "@/api/client";
import { RenameTable } from "@/knowledge/RenameTable";

/** Renames of the type or function itself, and of what is in it. */
export function TypeRenames({ type }: { type: string }) {
  const renames = api.useQuery("get", "/api/v1/renames");
  const own = type.replace(/^func /, "");
  const known = (renames.data?.renames ?? []).filter(
    (rename) => rename.owner === type || (rename.owner === "" && [rename.from, ...rename.to].includes(own)),
  );
  if (known.length === 0) return null;
  return (
    <>
      <h2>Known renames</h2>
      <RenameTable label={`Renames about ${type}`} renames={known} />
    </>
  );
}
