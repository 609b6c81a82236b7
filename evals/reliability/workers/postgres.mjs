// A PostgreSQL of one's own, from Debian's package or HEARSAY_POSTGRES, with its usual durability.
import { execFileSync, spawn } from "node:child_process";
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";

function programs() {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const all = [process.env.HEARSAY_POSTGRES ?? "", ...versions.map((version) => join(debian, version, "bin"))];
  const found = all.find((folder) => folder !== "" && existsSync(join(folder, "initdb")));
  if (found === undefined)
    throw new Error("No PostgreSQL here: apt-get install postgresql, or HEARSAY_POSTGRES=/path/to/bin");
  return found;
}

/** PostgreSQL refuses to run as root: there it runs as nobody. */
function servant() {
  if (process.getuid?.() !== 0) return {};
  const [, uid, gid] = readFileSync("/etc/passwd", "utf8")
    .match(/^nobody:[^:]*:(\d+):(\d+):/m)
    .map(Number);
  return { uid, gid };
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Starts one in a folder; `make` makes a database and gives its address. */
export async function startServer(folder) {
  const [where, who, port] = [programs(), servant(), await freePort()];
  const home = join(folder, "postgres");
  mkdirSync(home);
  if (who.uid !== undefined) for (const one of [folder, home]) chownSync(one, who.uid, who.gid);
  const data = join(home, "data");
  const quiet = { ...who, cwd: home, stdio: "ignore" };
  execFileSync(join(where, "initdb"), ["-D", data, "-U", "hearsay", "-A", "trust", "-E", "UTF8", "--locale=C"], quiet);
  const settings = [`listen_addresses=127.0.0.1`, `port=${port}`, `unix_socket_directories=${home}`];
  const child = spawn(join(where, "postgres"), ["-D", data, ...settings.flatMap((one) => ["-c", one])], quiet);
  const url = (name) => `postgres://hearsay@127.0.0.1:${port}/${name}`;
  const ask = async (text) => {
    const client = new pg.Client(url("postgres"));
    await client.connect();
    await client.query(text).finally(() => client.end());
  };
  for (let left = 200; ; await sleep(50))
    try {
      await ask("select 1");
      break;
    } catch (error) {
      if (left-- === 0) throw error;
    }
  return {
    pid: child.pid,
    async make(name) {
      await ask(`create database ${name}`);
      return url(name);
    },
    stop: () =>
      new Promise((resolve) => {
        child.on("exit", resolve);
        child.kill("SIGINT");
      }),
  };
}
