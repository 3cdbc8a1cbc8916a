import { join } from "node:path";
import { browserPath } from "./browser";
import { temporaryFolder } from "./folders";
import { bootableImages } from "./images";
import { startListener } from "./listener";
import { Rest } from "./rest";
import { seed, type Seed } from "./seed";
import { startService } from "./service";

/** What tests stand on: where the service is, its token, and what is there. */
export interface Ground {
  url: string;
  token: string;
  seed: Seed;
}

/** Starts everything once; `end` ends it, which also happens when the process does. */
export async function layGround(): Promise<Ground & { end(): Promise<void> }> {
  browserPath();
  const { folder, gone } = temporaryFolder();
  const ends: (() => Promise<void> | void)[] = [gone];
  const end = async () => {
    for (const one of ends.splice(0)) await one();
  };
  try {
    const { images, kernel } = bootableImages(folder);
    const listener = await startListener();
    ends.unshift(listener.end);
    const toSelf = "--relogrid.webhooks.allow-private=true";
    const service = await startService(join(folder, "service"), "--images", images, toSelf);
    ends.unshift(service.end);
    const sown = await seed(new Rest(service.url, service.token), kernel, listener.url);
    return { url: service.url, token: service.token, seed: sown, end };
  } catch (error) {
    await end();
    throw error;
  }
}
