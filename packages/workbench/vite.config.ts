import { defineConfig } from "vite";

// Files that any static server can hand out: relative addresses, nothing inlined, so that a strict policy
// (script-src and style-src 'self') holds. One chunk a view.
export default defineConfig({
  root: import.meta.dirname,
  base: "./",
  logLevel: "warn",
  build: {
    outDir: "dist",
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: "es2022",
    reportCompressedSize: false,
    // "use client" in the component library's files means nothing here.
    rolldownOptions: { onwarn: (warning, warn) => warning.code !== "MODULE_LEVEL_DIRECTIVE" && warn(warning) },
  },
});
