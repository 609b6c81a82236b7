import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contentHash, HearsayError } from "../model/index.js";
import { openDatabase } from "./database.js";
import {
  listStories,
  openAccounts,
  openStory,
  removeStory,
  storyExists,
  storyNames,
  storyPath,
  writtenAt,
} from "./index.js";
import { postgresPrograms, startPostgres, type TestServer, whyNot } from "./testing/postgres.js";
import { storeSuite } from "./testing/suite.js";

if (postgresPrograms === null) console.warn(`PostgreSQL: ${whyNot}`);

describe.skipIf(postgresPrograms === null)("PostgreSQL", () => {
  let server: TestServer;
  let stories = 0;
  const make = async (database: string) => {
    const client = new pg.Client(server.url());
    await client.connect();
    await client.query(`create database ${database}`);
    await client.end();
    return server.url(database);
  };
  beforeAll(async () => {
    server = await startPostgres();
  }, 60_000);
  afterAll(() => server.stop());

  const suiteIn = (name: string, database: string, partitions: number) => {
    let url = "";
    let story = "";
    describe(name, () => {
      // Holds the connections while the suite opens and closes stories.
      let held: Awaited<ReturnType<typeof openDatabase>>;
      beforeAll(async () => {
        url = await make(database);
        held = await openDatabase(url, partitions);
      });
      afterAll(() => held.release());
      storeSuite(name, {
        fresh: () => {
          story = storyPath(`story ${++stories}`, url);
          return openStory(story, { create: true });
        },
        again: () => openStory(story),
        remove: () => removeStory(story),
      });
    });
  };
  suiteIn("PostgreSQL", "whole", 0);
  suiteIn("PostgreSQL with hash-partitioned tables", "divided", 4);

  const bytes = new TextEncoder().encode("words");
  const capture = { hash: contentHash(bytes), place: "a.txt", retrieved: "2026-03-01", bytes };
  const codeOf = (error: HearsayError) => error.code;

  it("holds many stories, each by itself", async () => {
    const url = await make("many");
    const paths = ["dune", "cable", "Überfahrt 7"].map((name) => storyPath(name, url));
    for (const path of paths) await (await openStory(path, { create: true })).close();
    const [cable, dune] = [await openStory(paths[1]!), await openStory(paths[0]!)];
    await cable.keep([capture]);
    await cable.derive([{ stage: "read", key: "k", version: "1", body: "{}" }]);
    expect(await dune.captures()).toEqual([]);
    await dune.dropDerived();
    expect((await cable.versions("read")).size).toBe(1);
    expect(await storyNames(url)).toEqual(["cable", "dune", "Überfahrt 7"]);
    expect((await listStories(url)).map(({ name, bytes, captures }) => [name, bytes, captures])).toEqual([
      ["cable", 5, 1],
      ["dune", 0, 0],
      ["Überfahrt 7", 0, 0],
    ]);
    expect(await writtenAt(paths[1]!)).toMatch(/^20\d\d-/);
    await removeStory(paths[1]!);
    expect(await storyExists(paths[1]!)).toBe(false);
    expect(await cable.captures()).toEqual([]);
    expect(await cable.keep([capture]).catch(codeOf)).toBe("store.missing");
    const late = [{ stage: "read", key: "k", version: "1", body: "{}" }];
    expect(await cable.derive(late).catch(codeOf)).toBe("store.missing");
    await Promise.all([cable.close(), dune.close()]);
  });

  it("has a judgement and what the audit says of it, or neither", async () => {
    const url = await make("judged");
    const store = await openStory(storyPath("dune", url), { create: true });
    const accounts = (await openAccounts(url))!;
    const judgement = { id: "judgement-1", kind: "note", subjects: ["claim-1"], value: "x", why: null } as const;
    const [who, when] = ["Ada", "2026-03-01T09:00:00Z"];
    const deed = {
      who,
      when,
      from: "command",
      action: "judge",
      story: "dune",
      subject: "judgement-1",
      detail: null,
    } as const;
    expect(await store.judge({ ...judgement, who, when }, deed)).toBe(true);
    const { number: _, ...line } = (await accounts.audit.read({ limit: 9 }))[0]!;
    expect(line).toEqual(deed);
    const broken = { ...deed, who: null as unknown as string };
    await expect(store.judge({ ...judgement, id: "judgement-2", who, when }, broken)).rejects.toThrow();
    expect((await store.judgements()).map(({ id }) => id)).toEqual(["judgement-1"]);
    await Promise.all([store.close(), accounts.close()]);
  });

  it("is not made by looking at it", async () => {
    const path = storyPath("nothing", server.url());
    expect(await openStory(path).catch(codeOf)).toBe("store.missing");
  });

  it("says what is wrong with an address, and never the password", async () => {
    const wrong = [
      ["store.refused", server.url("nowhere")],
      ["store.lost", "postgres://ada:secret-word@127.0.0.1:1/news"],
      ["store.address", "mysql://ada:secret-word@127.0.0.1/news"],
    ];
    for (const [code, url] of wrong) {
      const error = await (async () => openStory(storyPath("dune", url!)))().catch((caught: unknown) => caught);
      expect(error).toBeInstanceOf(HearsayError);
      expect((error as HearsayError).code).toBe(code);
      expect((error as HearsayError).message).not.toContain("secret");
    }
  });

  it("refuses a database of a newer Hearsay", async () => {
    const url = await make("newer");
    const database = await openDatabase(url);
    await database.pool.query("insert into hearsay.kysely_migration values ('9999-later', '')");
    await database.release();
    expect(await openStory(storyPath("dune", url)).catch(codeOf)).toBe("store.newer");
  });

  it("makes its tables once when several come at once", async () => {
    const url = await make("crowd");
    // A URL of its own each: connections of their own, as of several processes.
    const names = ["a", "b", "c", "d"];
    const opened = names.map((name) => openStory(storyPath(name, `${url}?application_name=${name}`), { create: true }));
    await Promise.all((await Promise.all(opened)).map((store) => store.close()));
    expect(await storyNames(url)).toEqual(names);
  });

  it("shows others that somebody is at work, until the connection ends", async () => {
    const url = await make("busy");
    const here = await openStory(storyPath("dune", url), { create: true });
    const there = await openStory(storyPath("dune", `${url}?application_name=other`));
    const cable = await openStory(storyPath("cable", url), { create: true });
    await here.working(async () => {
      expect(await here.working(() => there.othersWorking())).toBe(true);
      expect(await here.othersWorking()).toBe(false);
      expect(await cable.othersWorking()).toBe(false);
      expect(await there.othersWorking()).toBe(true);
    });
    expect(await there.othersWorking()).toBe(false);
    await Promise.all([here.close(), there.close(), cable.close()]);
  });

  it("loses nothing that was acknowledged when the server goes down and comes back, and goes on by itself", async () => {
    const store = await openStory(storyPath("steady", server.url()), { create: true });
    await store.keep([capture]);
    await server.crash();
    const late = store.judgements();
    const more = store.keep([{ ...capture, place: "b.txt" }]);
    await server.restart();
    expect(await late).toEqual([]);
    expect((await more)[0]?.status).toBe("duplicate");
    expect((await store.captures())[0]?.places.map(({ place }) => place)).toEqual(["a.txt", "b.txt"]);
    await store.close();
  }, 60_000);
});
