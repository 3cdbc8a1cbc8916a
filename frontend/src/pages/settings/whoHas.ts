import { ProblemError, problemOf, unreachable } from "@/api/problem";
import type { Me } from "@/project/access";

/** What is wrong with a token before anybody is asked; nothing when it may be one. */
export function tokenFault(text: string): string | undefined {
  if (text === "") return "A token is needed.";
  // A header carries nothing else; ci/push holds tokens to the same.
  return /^[A-Za-z0-9._~+/=-]+$/.test(text) ? undefined : "A token has letters, digits and . _ ~ + / = - only.";
}

/** Who a token makes somebody; asked with this token alone, whatever else the browser has. */
export async function whoHas(token: string): Promise<Me> {
  let response: Response;
  try {
    response = await fetch("/api/v1/me", { headers: { Authorization: `Bearer ${token}` }, credentials: "omit" });
  } catch {
    throw unreachable();
  }
  if (!response.ok) throw await problemOf(response);
  const me = (await response.json()) as Me;
  if (me.kind === "anonymous") {
    throw new ProblemError({ title: "The token was not looked at", status: 0, detail: "The service saw none." });
  }
  return me;
}
