import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { add, type Found, type StoryStore, tellStory } from "../../engine/index.js";
import { contentHash, HearsayError } from "../../model/index.js";
import { openStory, removeStory, storyExists, storyFolder, storyHome, storyPath } from "../../store/index.js";
import type { Io } from "../io.js";
import { statusOf, writeProblems } from "../output/problems.js";
import { withStory } from "../story.js";
import { render, renderBrief } from "./report.js";

/** The stories that come with the project. */
const shelf = fileURLToPath(new URL("../../../../../stories", import.meta.url));
const story = "demo";

/**
 * `hearsay demo`: adds the bundled sample story and prints its report; on a terminal it goes on to the workbench, else
 * it says how to get there.
 */
export async function runDemo(io: Io): Promise<number> {
  const status = await tellDemo(io);
  if (io.stdout.isTTY !== true) return status;
  const { runServe } = await import("./serve.js");
  return runServe(io, { story, port: "4747", host: "127.0.0.1", anyPort: true });
}

async function tellDemo(io: Io): Promise<number> {
  const sample = sampleFiles();
  await startAfresh(io, sample);
  return withStory(io, story, { create: true }, async (workshop) => {
    const added = await add(workshop, sampleCaptures(sample, io.now()));
    const { report } = await tellStory(workshop);
    if (io.stderr.isTTY === true) io.stderr.write("\r\u001b[2K");
    writeProblems(
      io,
      added.diagnostics.filter(({ severity }) => severity !== "info"),
    );
    const page = join(storyFolder(io.env), `${story}.html`);
    mkdirSync(storyFolder(io.env), { recursive: true });
    writeFileSync(page, await render(report, "html"));
    io.stdout.write(`${await renderBrief(report, io, false)}\n${goOn(page)}`);
    return statusOf(added.diagnostics);
  });
}

type Sample = ReadonlyMap<string, Uint8Array>;

/** The bundled articles by the name they are known by. */
function sampleFiles(): Sample {
  const name = existsSync(shelf)
    ? readdirSync(shelf).find((one) => existsSync(join(shelf, one, "articles")))
    : undefined;
  if (name === undefined) throw new HearsayError("demo.missing", `The sample story is not in ${shelf}.`);
  const folder = join(shelf, name, "articles");
  const files = readdirSync(folder).sort();
  return new Map(files.map((file) => [`${name}/${file}`, readFileSync(join(folder, file))]));
}

async function* sampleCaptures(sample: Sample, retrieved: string): AsyncGenerator<Found> {
  for (const [place, bytes] of sample)
    yield { capture: { hash: contentHash(bytes), place, retrieved, bytes }, diagnostics: [] };
}

/** A demo story left by another version of the sample is made anew, unless somebody added to it. */
async function startAfresh(io: Io, sample: Sample): Promise<void> {
  const path = storyPath(story, storyHome(io.env));
  if (!(await storyExists(path))) return;
  const store = await openStory(path);
  const stale = await isStale(store, sample);
  await store.close();
  if (stale) await removeStory(path);
}

async function isStale(store: StoryStore, sample: Sample): Promise<boolean> {
  const hashes = new Set([...sample.values()].map(contentHash));
  const folder = `${[...sample.keys()][0]?.split("/")[0]}/`;
  const captures = await store.captures();
  const ours = captures.every(({ places }) => places.every(({ place }) => place.startsWith(folder)));
  return ours && captures.some(({ hash }) => !hashes.has(hash));
}

function goOn(page: string): string {
  const opener = { darwin: "open", win32: "start" }[process.platform as string] ?? "xdg-open";
  return [
    "────",
    `As a page:          ${opener} ${page}   (${pathToFileURL(resolve(page)).href})`,
    "What [1] … stand for: in the page; in the terminal: npx hearsay report -s demo",
    "In the browser:     npx hearsay serve -s demo --open",
    "Ask it:             npx hearsay claims -s demo --type contradicted",
    "                    npx hearsay statements -s demo --who minister",
    "Your own articles:  npx hearsay add FOLDER    then    npx hearsay report",
    "",
  ].join("\n");
}
