// CPU time of several tools on the same inputs. Each tool has a process of its own: in one they share a heap, whose
// garbage the next pays for, and the space for compiled patterns, behind which the engine leaves them slow. The parent
// asks one after the other for a round, so that noise falls on all alike; rounds until the engine has compiled what it
// will are not counted.
import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { pages, prose } from "./inputs.mjs";
import { pageReaders, textTools } from "./peers.mjs";

const kinds = { text: { tools: textTools, inputs: prose }, pages: { tools: pageReaders, inputs: pages } };
const warmUp = 2;

/** Median milliseconds a round of each tool of a kind, "text" or "pages", on its first `count` inputs. */
export async function inTurn(kind, count, rounds) {
  const runners = kinds[kind].tools.map(({ name }, place) => ({
    name,
    child: fork(fileURLToPath(import.meta.url), [kind, String(place), String(count)]),
    times: [],
  }));
  for (const { name, child } of runners) {
    child.on("exit", (code) => {
      if (code !== 0) throw new Error(`${name} ended with ${code}.`);
    });
    await once(child, "message");
  }
  for (let round = -warmUp; round < rounds; round++)
    for (const { child, times } of runners) {
      child.send("round");
      const [milliseconds] = await once(child, "message");
      if (round >= 0) times.push(milliseconds);
    }
  for (const { child } of runners) child.disconnect();
  return runners.map(({ name, times }) => ({ name, ms: times.sort((a, b) => a - b)[times.length >> 1] }));
}

async function runner(kind, place, count) {
  const { tools, inputs } = kinds[kind];
  const run = await tools[place].load();
  const all = inputs(Number(count));
  process.on("message", () => {
    const started = process.cpuUsage();
    for (const input of all) run(input);
    const { user, system } = process.cpuUsage(started);
    process.send((user + system) / 1e3);
  });
  process.send("ready");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await runner(...process.argv.slice(2));
