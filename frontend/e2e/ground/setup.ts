import type { TestProject } from "vitest/node";
import type { Ground } from "./ground";
import { stand } from "./stand";

declare module "vitest" {
  interface ProvidedContext {
    ground: Ground;
  }
}

/** Once for the whole run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { end, ...ground } = await stand();
  project.provide("ground", ground);
  return end;
}
