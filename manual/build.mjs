// npm run manual: makes the manual from docs/ and from the code, as pages in manual/dist/site that need no network. Any web server
// shows them; npm run manual -- --serve does on this machine alone.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { openApi } from "../packages/hearsay/dist/server/openapi.js";
import { commandsOf, readersFolder, run } from "../scripts/documented-commands.mjs";
import { listed } from "./contents.mjs";
import { fenced, relinked, withAccuracy, withOutputs, withoutComments } from "./pages.mjs";
import { decisionsPage, httpPage, libraryPages, reportPage } from "./reference.mjs";

const manual = fileURLToPath(new URL(".", import.meta.url));
const root = fileURLToPath(new URL("..", import.meta.url));
const quiet = ["--no-audit", "--no-fund", "--loglevel=error"];
const pagesFolder = join(manual, "dist/pages");
const markdownIn = (folder) =>
  readdirSync(join(root, folder))
    .filter((file) => file.endsWith(".md"))
    .sort();

/** Which page each document becomes. */
export function pagesOf() {
  const docs = markdownIn("docs").map((file) => [`docs/${file}`, file]);
  const decisions = markdownIn("docs/decisions").map((file) => [`docs/decisions/${file}`, `decisions/${file}`]);
  return new Map([...docs, ...decisions, ["GLOSSARY.md", "glossary.md"], ["ARCHITECTURE.md", "architecture.md"]]);
}

async function writePages() {
  rmSync(pagesFolder, { recursive: true, force: true });
  const pages = pagesOf();
  const evals = readFileSync(join(root, "docs/evals.md"), "utf8");
  for (const [from, page] of pages) {
    const text = withAccuracy(readFileSync(join(root, from), "utf8"), evals);
    write(
      page,
      relinked(fenced(withoutComments(from === "docs/tutorial.md" ? await typedThrough(text) : text)), from, pages),
    );
  }
  cpSync(join(root, "docs/images"), join(pagesFolder, "images"), { recursive: true });
  write("reference/http.md", httpPage(openApi()));
  write(
    "reference/report.md",
    reportPage(JSON.parse(readFileSync(join(root, "packages/hearsay/schema/report.schema.json"), "utf8"))),
  );
  write("decisions/index.md", decisionsPage(join(root, "docs/decisions"), markdownIn("docs/decisions")));
  libraryPages(manual, root, join(pagesFolder, "reference/library"));
  const written = new Set([
    ...pages.values(),
    "reference/http.md",
    "reference/report.md",
    "decisions/index.md",
    "reference/library/index.md",
  ]);
  checkContents([...written].map((page) => page.replace(/\.md$/, "")));
}

function write(page, text) {
  mkdirSync(dirname(join(pagesFolder, page)), { recursive: true });
  writeFileSync(join(pagesFolder, page), text);
}

/** Every page in the contents is there, and every page but a decision is in the contents. */
function checkContents(written) {
  const missing = listed.filter((name) => !written.includes(name));
  const unlisted = written.filter((name) => !listed.includes(name) && !/^decisions\/\d/.test(name));
  if (missing.length + unlisted.length > 0)
    throw new Error(`manual/contents.mjs: no page ${missing}; not listed ${unlisted}`);
}

/** The tutorial with what its commands print, typed one after another as a reader would. */
async function typedThrough(text) {
  const folder = mkdtempSync(join(tmpdir(), "hearsay-tutorial-"));
  try {
    await readersFolder(folder);
    rmSync(join(folder, ".hearsay"), { recursive: true });
    return await withOutputs(text, commandsOf, async (commands) => {
      let printed = "";
      for (const command of commands) {
        const { status, out, err } = await run(folder, command);
        if (status !== 0) throw new Error(`docs/tutorial.md: ${command}: ${err}`);
        printed += out;
      }
      return printed;
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function vitepress(...args) {
  const { status } = spawnSync(process.execPath, [join(manual, "node_modules/vitepress/bin/vitepress.js"), ...args], {
    cwd: manual,
    stdio: "inherit",
  });
  if (status !== 0) process.exit(status ?? 1);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (!existsSync(join(manual, "node_modules"))) {
    console.error("Installing what makes the manual (once)…");
    // Not "npm ci": it refuses a lock file that lacks packages for other machines, which a mirror of the registry may not have.
    const { status } = spawnSync("npm", ["install", "--no-save", "--ignore-scripts", ...quiet], {
      cwd: manual,
      stdio: "inherit",
    });
    if (status !== 0) process.exit(status ?? 1);
  }
  await writePages();
  vitepress("build");
  console.log(`The manual: ${relative(process.cwd(), join(manual, "dist/site/index.html"))}`);
  if (process.argv.includes("--serve")) vitepress("preview", "--port", "4750");
}
