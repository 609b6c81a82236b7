// What `npm pack` needs of the clone outside packages/hearsay, so that `npx hearsay` has the workbench and the sample story: laid
// into the package before (`in`), taken away after (`out`). Run by npm itself.
import { cpSync, existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const hearsay = join(root, "packages/hearsay");
const bundled = join(hearsay, "dist/bundled");
const copied = ["README.md", "LICENSE", "NOTICE"];

function layIn() {
  const workbench = join(root, "packages/workbench/dist");
  for (const built of [join(hearsay, "dist/cli/main.js"), join(workbench, "index.html")])
    if (!existsSync(built)) throw new Error(`${built} is not built: node scripts/setup.mjs`);
  mkdirSync(join(bundled, "stories/cable"), { recursive: true });
  cpSync(workbench, join(bundled, "workbench"), { recursive: true, filter: (path) => !path.endsWith(".built") });
  for (const part of ["articles", "README.md"])
    cpSync(join(root, "stories/cable", part), join(bundled, "stories/cable", part), { recursive: true });
  for (const name of copied) cpSync(join(root, name), join(hearsay, name));
}

function takeOut() {
  rmSync(bundled, { recursive: true, force: true });
  for (const name of copied) rmSync(join(hearsay, name), { force: true });
}

takeOut();
if (process.argv[2] === "in") layIn();
