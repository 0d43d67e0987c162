import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    environment: "node",
    maxWorkers: 2,
    // A machine that builds at the same time is several times slower.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      // The reader's tests leave nothing behind, so that its parsers need loading only once for all of them.
      { extends: true, test: { name: "content", include: ["content/**/*.test.ts"], isolate: false } },
      {
        extends: true,
        test: {
          name: "code",
          include: ["{app,components,e2e}/**/*.test.{ts,tsx}"],
          exclude: ["**/node_modules/**", "e2e/bench/**"],
        },
      },
    ],
  },
});
