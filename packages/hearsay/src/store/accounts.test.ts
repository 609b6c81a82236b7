import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { accountKey, accountName } from "../model/index.js";
import { cheapCost, hashed, isPassword } from "./accounts/password.js";
import { mayHaveAccounts, openAccounts, openStory, storyNames } from "./index.js";
import { accountsSuite } from "./testing/accounts.js";
import { postgresPrograms, startPostgres, type TestServer, whyNot } from "./testing/postgres.js";

if (postgresPrograms === null) console.warn(`PostgreSQL: ${whyNot}`);

let home = "";
const freshHome = () => {
  home = mkdtempSync(join(tmpdir(), "hearsay-accounts-"));
};
accountsSuite("A file", {
  async fresh() {
    freshHome();
    return (await openAccounts(home, { create: true }))!;
  },
  again: async () => (await openAccounts(home))!,
  async remove() {
    rmSync(home, { recursive: true });
  },
});

describe.skipIf(postgresPrograms === null)("PostgreSQL", () => {
  let server: TestServer;
  let made = 0;
  const url = () => server.url(`accounts_${made}`);
  beforeAll(async () => {
    server = await startPostgres();
  }, 60_000);
  afterAll(() => server.stop());
  accountsSuite("PostgreSQL", {
    async fresh() {
      made++;
      const client = new pg.Client(server.url());
      await client.connect();
      await client.query(`create database accounts_${made}`);
      await client.end();
      return (await openAccounts(url()))!;
    },
    again: async () => (await openAccounts(url()))!,
    remove: async () => {},
  });
});

describe("the file of accounts", () => {
  beforeEach(freshHome);
  afterEach(() => rmSync(home, { recursive: true }));

  it("is not made by looking for it, is no story, and is for nobody else on the machine", async () => {
    expect([await openAccounts(home), mayHaveAccounts(home)]).toEqual([null, false]);
    const accounts = await openAccounts(home, { create: true });
    await (await openStory(join(home, "dune.hearsay"), { create: true })).close();
    expect([await storyNames(home), mayHaveAccounts(home)]).toEqual([["dune"], true]);
    expect(statSync(join(home, "accounts.db")).mode & 0o077).toBe(0);
    await accounts!.close();
  });
});

describe("a password", () => {
  it("is told from every other, however it is composed", async () => {
    const stored = await hashed("pässword in a row".normalize("NFKC"), cheapCost);
    expect(await isPassword("pässword in a row".normalize("NFD"), stored)).toBe(true);
    expect(await isPassword("password in a row", stored)).toBe(false);
    expect(await hashed("same words", cheapCost)).not.toBe(await hashed("same words", cheapCost));
  });
  it("of nobody takes as long as one that is wrong", async () => {
    const stored = await hashed("three words in a row");
    const time = async (hash: string | null) => {
      const began = performance.now();
      expect(await isPassword("something else", hash)).toBe(false);
      return performance.now() - began;
    };
    const [wrong, nobody] = [await time(stored), await time(null)];
    expect(nobody).toBeGreaterThan(wrong / 4);
  });
});

describe("a name", () => {
  it("is itself once it has been checked, and has one key in any case", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 90 }), (text) => {
        let name: string;
        try {
          name = accountName(text);
        } catch {
          return;
        }
        expect(accountName(name)).toBe(name);
        expect(name).not.toMatch(/[\p{C}<>"&]/u);
        expect(accountKey(accountKey(name))).toBe(accountKey(name));
      }),
    );
    expect(["Ada Lovelace", "o'brien", "ada@example.org", "小林"].map(accountName)).toHaveLength(4);
  });
});
