// A real `hearsay serve` over stories made for the tests, in a folder of its own that goes with it.
import { spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const hearsay = join(root, "packages/hearsay/bin/hearsay.js");

const real = join(process.env.HEARSAY_SHARED ?? join(root, "../shared"), "stories/moscow-tehran");
/** Whether the five real articles are there: they are not the project's, and stand beside it on some machines only. */
export const hasReal = existsSync(real);

/** Script in every field that a page can fill. */
export const hostile = `<!doctype html><html><head>
<title>&lt;img src=x onerror=window.taken=1&gt; Ferry sunk</title>
<meta name="author" content="&lt;script&gt;window.taken=1&lt;/script&gt;">
<meta property="og:site_name" content="&quot;&gt;&lt;svg onload=window.taken=1&gt; Post">
<meta property="article:published_time" content="2031-03-04"></head><body><article>
<h1>&lt;img src=x onerror=window.taken=1&gt; Ferry sunk</h1>
<p>The ferry Aurela sank off the harbour of Brenna on Tuesday, killing 14 people, harbour master
&lt;img src=x onerror=window.taken=1&gt; Olof Brask said. &lt;script&gt;window.taken=1&lt;/script&gt; "We heard nothing
before the alarm," Brask told reporters.</p>
<p>The ministry said the vessel had been inspected in January. javascript:alert(1) "Nothing was wrong with it &lt;/p&gt;&lt;script&gt;window.taken=1&lt;/script&gt;," the ministry said.</p>
</article></body></html>`;

/** Starts it over the sample story, one of hostile articles and one of a single article; answers its address and a way to stop. */
export async function serveStories() {
  const { folder, run } = workshop();
  cpSync(join(root, "stories/cable/articles"), join(folder, "cable"), { recursive: true });
  mkdirSync(join(folder, "bad"));
  for (const n of [1, 2]) writeFileSync(join(folder, "bad", `${n}.html`), hostile.replace("14 people", `${n}4 people`));
  run("add", "-s", "sample", "cable");
  run("add", "-s", "hostile", "bad");
  run("add", "-s", "single", "cable/05-tasvar-inform.txt");
  if (hasReal) run("add", "-s", "real", real);
  return served(folder, "sample");
}

/** The password of everybody in tests. */
export const password = "three words in a row";

/** Starts it over a small story, with an account of each role: Ada is admin, Bea analyst, Cleo reader. */
export async function serveTeam() {
  const { folder, run } = workshop();
  mkdirSync(join(folder, "some"));
  for (const n of ["01-straits-news-agency.txt", "05-tasvar-inform.txt"])
    cpSync(join(root, "stories/cable/articles", n), join(folder, "some", n));
  run("add", "-s", "sample", "some");
  for (const [name, role] of Object.entries({ Ada: "admin", Bea: "analyst", Cleo: "reader" }))
    run("account", "add", name, "--role", role, { input: `${password}\n` });
  return served(folder, "sample");
}

/** A folder of its own, and the command in it. */
function workshop() {
  const folder = mkdtempSync(join(tmpdir(), "hearsay-workbench-"));
  const run = (...words) => {
    const given = typeof words.at(-1) === "object" ? words.at(-1) : {};
    const args = words.filter((word) => typeof word === "string");
    const how = { cwd: folder, encoding: "utf8", ...given };
    const { status, stderr } = spawnSync(process.execPath, [hearsay, ...args], how);
    if (status !== 0 && status !== 1) throw new Error(`hearsay ${args.join(" ")}: ${stderr}`);
  };
  return { folder, run };
}

async function served(folder, story) {
  const child = spawn(process.execPath, [hearsay, "serve", "-s", story, "--port", "0"], { cwd: folder });
  const url = await new Promise((done, fail) => {
    let said = "";
    child.stdout.on("data", (data) => {
      said += data;
      const found = /http:\/\/\S+?\/(?=#|\s)/.exec(said)?.[0];
      if (found !== undefined) done(found);
    });
    child.on("exit", () => fail(new Error(`hearsay serve ended: ${said}`)));
  });
  const stop = async () => {
    child.removeAllListeners("exit");
    const ended = new Promise((done) => child.on("exit", done));
    child.kill();
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  return { url, stop };
}
