import { api } from "@/api/client";

/** Whether whoever looks may do what needs the scope; no while it is not known. */
export function useMay(scope: "upload" | "admin"): boolean {
  const me = api.useQuery("get", "/api/v1/me", {}, { retry: false });
  return me.data?.scopes.some((one) => one === scope || one === "admin") ?? false;
}
