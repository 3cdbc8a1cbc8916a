import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

// Real Chromium against the real service. Nothing is tried again: a test that fails sometimes is a fault.
export default defineConfig({
  cacheDir: fileURLToPath(new URL("../node_modules/.vite-e2e", import.meta.url)),
  resolve: { alias: { "@": fileURLToPath(new URL("../src", import.meta.url)) } },
  test: {
    root: fileURLToPath(new URL(".", import.meta.url)),
    environment: "node",
    include: ["**/*.e2e.ts"],
    globalSetup: ["ground/setup.ts"],
    setupFiles: ["ground/each.ts"],
    // Each file has a browser of its own; more than two at once would share two processors with the service.
    maxWorkers: 2,
    retry: 0,
    // States are waited for as long as pages wait for answers.
    expect: { poll: { timeout: 15_000 } },
    testTimeout: 60_000,
    hookTimeout: 60_000,
    teardownTimeout: 60_000,
  },
});
