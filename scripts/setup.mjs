// Sets up what is missing and builds: dependencies when the lock file changed, then an incremental compile, then the
// workbench when its sources changed.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const stamp = `${root}node_modules/.hearsay-setup`;
const wanted = createHash("sha256")
  .update(readFileSync(`${root}package-lock.json`))
  .update(process.version)
  .digest("hex");
const installed = existsSync(stamp) ? readFileSync(stamp, "utf8") : "";

function run(command, args) {
  const result = spawnSync(command, args, {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
    shell: process.platform === "win32",
  });
  if (result.status !== 0) {
    console.error(`set-up failed at: ${command} ${args.join(" ")}`);
    process.exit(1);
  }
}

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 12)) {
  console.error(`Hearsay needs Node 20.12 or newer; this is ${process.version}.`);
  process.exit(1);
}
if (installed !== wanted) {
  console.error("Setting up: installing dependencies (once)…");
  run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
  writeFileSync(stamp, wanted);
}
run(process.execPath, [`${root}node_modules/typescript/bin/tsc`, "-b", "packages/english", "packages/hearsay"]);

// A hash of the sources and of what they are built with tells whether there is anything to do.
const workbench = join(root, "packages/workbench");
const sources = ["index.html", "package.json", "vite.config.ts", "public", "src"].flatMap((name) =>
  filesIn(join(workbench, name)),
);
const hash = createHash("sha256").update(wanted);
for (const file of sources.sort())
  if (!file.endsWith(".test.ts")) hash.update(file.slice(workbench.length)).update("\0").update(readFileSync(file));
const digest = hash.digest("hex");
const mark = join(workbench, "dist/.built");
if (!existsSync(mark) || readFileSync(mark, "utf8") !== digest) {
  run(process.execPath, [
    join(root, "node_modules/vite/bin/vite.js"),
    "build",
    workbench,
    "--config",
    join(workbench, "vite.config.ts"),
  ]);
  writeFileSync(mark, digest);
}

function filesIn(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path).flatMap((name) => filesIn(join(path, name)));
}
