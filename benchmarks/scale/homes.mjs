// The two stores that are measured: a folder of story files, and a PostgreSQL started for it. Both can be filled with copies of
// stories, under other names and otherwise as they are, and say how large they are and what their server worked.
import { copyFileSync, mkdirSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { startPostgres } from "../../evals/reliability/kill/server.mjs";

/** @param folder that is there and empty */
export async function fileHome(folder) {
  const home = join(folder, "stories");
  mkdirSync(home);
  const file = (story) => join(home, `${story}.hearsay`);
  return {
    home,
    async copies(from, names) {
      for (const [i, name] of names.entries()) copyFileSync(file(from[i % from.length]), file(name));
    },
    size: async () => readdirSync(home).reduce((sum, name) => sum + statSync(join(home, name)).size, 0),
    serverSeconds: () => 0,
    stop: async () => {},
  };
}

export async function postgresHome() {
  const server = await startPostgres();
  const home = await server.database("scale");
  const client = new pg.Client(home);
  await client.connect();
  const one = async (sql) => Object.values((await client.query(sql)).rows[0])[0];
  const pid = Number(readFileSync(join(await one("show data_directory"), "postmaster.pid"), "utf8").split("\n", 1)[0]);
  return {
    home,
    copies: (from, names) => copyRows(client, from, names),
    async size() {
      await client.query("checkpoint");
      return Number(await one("select pg_database_size(current_database())"));
    },
    serverSeconds: () => familySeconds(pid),
    async stop() {
      await client.end();
      await server.stop();
    },
  };
}

/** Inside the server, which takes over what it has compressed as it is. */
async function copyRows(client, from, names) {
  const pairs = [names, names.map((_, i) => from[i % from.length])];
  for (const table of ["story", "capture", "place", "note", "derived"]) {
    const { rows } = await client.query(
      "select column_name as name from information_schema.columns where table_schema = 'hearsay' and table_name = $1 and column_name <> 'story'",
      [table],
    );
    const columns = rows.map(({ name }) => `t.${name}`);
    const into = ["story", ...rows.map(({ name }) => name)].join(", ");
    await client.query(
      `insert into hearsay.${table} (${into}) select ${["n.name", ...columns].join(", ")}
       from unnest($1::text[], $2::text[]) as n(name, source) join hearsay.${table} t on t.story = n.source`,
      pairs,
    );
  }
  // Now, and not while something is measured.
  await client.query("vacuum analyze");
}

/** Processor seconds of a process, of those it has started, and of those that have ended. */
function familySeconds(pid) {
  const own = (of) => {
    const fields = readFileSync(`/proc/${of}/stat`, "utf8")
      .replace(/^.*\) /, "")
      .split(" ");
    return { parent: Number(fields[1]), ticks: fields.slice(11, 15).map(Number) };
  };
  const sum = (ticks) => ticks.reduce((all, one) => all + one, 0);
  let ticks = sum(own(pid).ticks);
  for (const other of readdirSync("/proc").filter((name) => /^\d+$/.test(name)))
    try {
      const { parent, ticks: theirs } = own(other);
      if (parent === pid) ticks += sum(theirs.slice(0, 2));
    } catch {
      // It has ended meanwhile.
    }
  return ticks / 100;
}
