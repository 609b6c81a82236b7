// Sets up what is missing and builds: dependencies when the lock file changed, then an incremental compile.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
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
