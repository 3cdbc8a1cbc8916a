import { inject } from "vitest";
import { Rest } from "./rest";
import { Tab, type Look } from "./tab";

/** What the test's run stands on. */
export const ground = inject("ground");
export const rest = new Rest(ground.url, ground.token);

const open = new Set<Tab>();

/** A tab for this test; it is closed behind it. Signed in unless `token` is undefined on purpose. */
export async function tab(look: Look = {}, url = ground.url): Promise<Tab> {
  const one = await Tab.open(url, { token: ground.token, ...look });
  open.add(one);
  return one;
}

export async function closeTabs(): Promise<void> {
  for (const one of open) await one.close();
  open.clear();
}
