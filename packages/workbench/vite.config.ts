import { defineConfig, type Plugin } from "vite";
import countries from "world-countries";

const id = "virtual:countries";

/** The few columns of `world-countries` that the map needs: the package holds megabytes of others. */
function countryTable(): Plugin {
  const rows = countries.map((c) => [
    c.cca3,
    c.ccn3,
    [...new Set([c.name.common, c.name.official, ...c.capital])],
    ...c.latlng,
  ]);
  return {
    name: "country-table",
    resolveId: (asked) => (asked === id ? `\0${id}` : null),
    load: (asked) => (asked === `\0${id}` ? `export default ${JSON.stringify(rows)}` : null),
  };
}

// Files that any static server can hand out: relative addresses, nothing inlined, so that a strict policy
// (script-src and style-src 'self') holds. One chunk a view.
export default defineConfig({
  root: import.meta.dirname,
  base: "./",
  logLevel: "warn",
  plugins: [countryTable()],
  build: {
    outDir: "dist",
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: "es2022",
    reportCompressedSize: false,
    // "use client" in the component library's files means nothing here.
    rolldownOptions: {
      checks: { pluginTimings: false },
      onwarn: (warning, warn) => warning.code !== "MODULE_LEVEL_DIRECTIVE" && warn(warning),
    },
  },
});
