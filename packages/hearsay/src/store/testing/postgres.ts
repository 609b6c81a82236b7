import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";

/** A PostgreSQL of a test's own: in a folder that goes when it ends, with durability as asked for. */
export interface TestServer {
  /** Of a database in it. */
  url(database?: string): string;
  /** Stops it as a power cut would: nothing is written any more. */
  crash(): Promise<void>;
  /** Starts it again where it was. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** Where the server's programs are: `$HEARSAY_POSTGRES`, else the newest of Debian's packages; null when there are none. */
export const postgresPrograms: string | null = findPrograms();

function findPrograms(): string | null {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [process.env.HEARSAY_POSTGRES ?? "", ...versions.map((version) => join(debian, version, "bin"))];
  return folders.find((folder) => folder !== "" && existsSync(join(folder, "initdb"))) ?? null;
}

/** What the test's output says where there is none. */
export const whyNot = "skipped: no PostgreSQL here (apt-get install postgresql, or HEARSAY_POSTGRES=/path/to/bin)";

/** @throws where there is none, or it does not start */
export async function startPostgres(): Promise<TestServer> {
  if (postgresPrograms === null) throw new Error(whyNot);
  const folder = mkdtempSync(join(tmpdir(), "hearsay-postgres-"));
  const who = servant();
  if (who !== null) chownSync(folder, who.uid, who.gid);
  const data = join(folder, "data");
  const arguments_ = ["-D", data, "-U", "hearsay", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"];
  execFileSync(join(postgresPrograms, "initdb"), arguments_, { ...who, cwd: folder, stdio: "ignore" });
  const port = await freePort();
  const url = (database = "postgres") => `postgres://hearsay:secret-word@127.0.0.1:${port}/${database}`;
  let child = await begin(data, folder, port, who, url());
  return {
    url,
    async crash() {
      process.kill(Number(readFileSync(join(data, "postmaster.pid"), "utf8").split("\n")[0]), "SIGQUIT");
      await ended(child);
    },
    async restart() {
      child = await begin(data, folder, port, who, url());
    },
    async stop() {
      child.stdin?.end();
      await ended(child);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

interface Who {
  readonly uid: number;
  readonly gid: number;
}

/** PostgreSQL refuses to run as root: there it runs as nobody. */
function servant(): Who | null {
  if (process.getuid?.() !== 0) return null;
  const line = readFileSync("/etc/passwd", "utf8").match(/^nobody:[^:]*:(\d+):(\d+):/m);
  return line === null ? null : { uid: Number(line[1]), gid: Number(line[2]) };
}

/** A shell holds the server's life: when its standard input closes, because we end or are killed, so does the server. */
const holding = '"$0" "$@" & server=$!; read -r _; kill -INT $server 2>/dev/null; wait $server';

async function begin(data: string, folder: string, port: number, who: Who | null, url: string): Promise<ChildProcess> {
  const settings = { listen_addresses: "127.0.0.1", port, unix_socket_directories: folder, fsync: "off" };
  const options = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const program = join(postgresPrograms!, "postgres");
  const child = spawn("sh", ["-c", holding, program, "-D", data, ...options], {
    ...who,
    cwd: folder,
    stdio: ["pipe", "ignore", "ignore"],
  });
  for (const last = Date.now() + 20_000; ; await sleep(30)) {
    const client = new pg.Client(url);
    const answered = await client.connect().then(
      () => true,
      (error: unknown) => {
        if (Date.now() > last) throw error;
        return false;
      },
    );
    if (!answered) continue;
    await client.end();
    return child;
  }
}

async function ended(child: ChildProcess): Promise<void> {
  child.stdin?.end();
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return typeof address === "object" && address !== null ? address.port : 0;
}
