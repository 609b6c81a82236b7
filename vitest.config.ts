import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: {
    alias: { "@hearsay/english": new URL("./packages/english/src/index.ts", import.meta.url).pathname },
  },
  test: {
    include: [
      "packages/*/src/**/*.test.ts",
      "packages/workbench/testing/*.test.mjs",
      "scripts/**/*.test.mjs",
      "manual/*.test.mjs",
      "evals/**/*.test.mjs",
      "examples/**/*.test.mjs",
      "benchmarks/**/*.test.mjs",
    ],
    testTimeout: 30_000,
  },
});
