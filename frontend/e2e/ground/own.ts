import { afterAll, beforeAll } from "vitest";
import { temporaryFolder } from "./folders";
import { startService, type Service } from "./service";

/**
 * A service of this file's own, begun before its tests and ended after them.
 *
 * @param words what it is started with, given a folder that goes with it
 * @returns the service, to be asked for in tests
 */
export function ownService(words: (folder: string) => string[]): () => Service {
  const { folder, gone } = temporaryFolder();
  let service: Service;
  beforeAll(async () => {
    service = await startService(`${folder}/service`, ...words(folder));
  }, 600_000);
  afterAll(async () => {
    await service.end();
    gone();
  }, 60_000);
  return () => service;
}
