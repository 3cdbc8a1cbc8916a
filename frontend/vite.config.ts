import react from "@vitejs/plugin-react";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

// The service that `npm run dev` shows: one of yours, by its address.
const service = process.env.RELOGRID_URL ?? "http://127.0.0.1:8080";

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { "@": fileURLToPath(new URL("./src", import.meta.url)) } },
  build: {
    // Maven takes it from here into the jar, below static/.
    outDir: "../target/dashboard/static",
    emptyOutDir: true,
    // The service's content policy allows nothing inline.
    assetsInlineLimit: 0,
    target: "es2022",
  },
  server: {
    proxy: {
      "^/(api|badge|docs)/": {
        target: service,
        // Pages are ours, whatever they are called.
        bypass: (request) => (request.headers.accept?.includes("text/html") ? "/index.html" : undefined),
      },
    },
  },
  test: { environment: "jsdom", include: ["src/**/*.test.{ts,tsx}"] },
});
