// npm run packages: packs what would be published, lints it (publint, Are The Types Wrong), installs it in an empty folder, and has
// `npx hearsay` there tell the sample story and serve the workbench. Asks the package registry for what the packages need.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { isOurs } from "./documented-commands.mjs";

// Whoever has a database or a folder of their own set keeps it as it is.
for (const name of Object.keys(process.env)) if (isOurs(name)) delete process.env[name];

const root = fileURLToPath(new URL("..", import.meta.url));
const linters = ["publint@0.3.25", "@arethetypeswrong/cli@0.18.5"];

function run(cwd, command, ...args) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")}\n${stdout}${stderr}`);
  return stdout;
}

/** Starts the installed `hearsay serve` and asks it for the workbench. */
async function served(folder) {
  const server = spawn("npx", ["hearsay", "serve", "-s", "demo", "--port", "0"], { cwd: folder, detached: true });
  try {
    const address = await new Promise((resolve, reject) => {
      let said = "";
      for (const stream of [server.stdout, server.stderr])
        stream.on("data", (text) => {
          said += text;
          const found = /http:\/\/127\.0\.0\.1:\d+\//.exec(said);
          if (found !== null) resolve(found[0]);
        });
      server.on("close", () => reject(new Error(`hearsay serve: ${said}`)));
    });
    const page = await (await fetch(address)).text();
    const [, script] = /<script[^>]+src="([^"]+)"/.exec(page) ?? [];
    if (script === undefined || !(await fetch(new URL(script, address))).ok)
      throw new Error(`no workbench: ${page.slice(0, 300)}`);
  } finally {
    server.removeAllListeners("close");
    process.kill(-server.pid, "SIGINT");
  }
}

const folder = mkdtempSync(join(tmpdir(), "hearsay-packages-"));
try {
  run(root, "npm", "pack", "-w", "packages/english", "-w", "packages/hearsay", "--pack-destination", folder);
  const packed = readdirSync(folder).filter((file) => file.endsWith(".tgz"));
  writeFileSync(join(folder, "package.json"), '{ "private": true, "type": "module" }\n');
  run(folder, "npm", "install", "--no-audit", "--no-fund", ...packed.map((file) => `./${file}`), ...linters);
  for (const file of packed) {
    run(folder, "npx", "publint", "run", file, "--strict");
    run(folder, "npx", "attw", file, "--profile", "esm-only");
    console.log(`${file}: publint and attw have nothing against it`);
  }
  const told = run(folder, "npx", "hearsay", "demo");
  if (!/^13 articles/m.test(told)) throw new Error(told);
  console.log("npx hearsay demo: tells the sample story");
  await served(folder);
  console.log("npx hearsay serve: serves the workbench");
  run(
    folder,
    process.execPath,
    "-e",
    'import("hearsay").then(({ read }) => { if (typeof read !== "function") process.exit(1); })',
  );
  console.log('import { read } from "hearsay": there');
} finally {
  rmSync(folder, { recursive: true, force: true });
}
