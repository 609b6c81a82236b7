import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { HearsayError } from "../../model/index.js";
import type { Accounts } from "../index.js";
import { cheaply } from "./cheaply.js";

/** How the suite makes the accounts it tests: fresh ones, the same again as another process would open them. */
export interface AccountsMaker {
  fresh(): Promise<Accounts>;
  again(): Promise<Accounts>;
  remove(): Promise<void>;
}

const at = (minutes: number) => new Date(Date.parse("2026-03-01T08:00:00Z") + minutes * 60_000).toISOString();
const by = (who: string, minutes = 0) => ({ who, when: at(minutes), from: "command" });
const codeOf = (error: HearsayError) => error.code;
const password = "three words in a row";

/** What accounts must do on every database. */
export function accountsSuite(name: string, maker: AccountsMaker): void {
  describe(`${name} as a store of accounts`, () => {
    let accounts: Accounts;
    beforeEach(async () => {
      accounts = cheaply(await maker.fresh());
    });
    afterEach(async () => {
      await accounts.close();
      await maker.remove();
    });
    const add = (name: string, role: "admin" | "analyst" | "reader" = "analyst") =>
      accounts.people.add({ name, role, password }, by("system:root"));
    const actions = async () => (await accounts.audit.read({ limit: 100 })).map(({ action }) => action);

    describe("people", () => {
      it("begin with an admin", async () => {
        expect(await accounts.people.any()).toBe(false);
        expect(await add("Ada").catch(codeOf)).toBe("account.first");
        expect(await add("Ada", "admin")).toMatchObject({ name: "Ada", role: "admin", disabled: null });
        expect(await accounts.people.any()).toBe(true);
        expect(await add("ADA").catch(codeOf)).toBe("account.exists");
        await add("Bea", "reader");
        expect((await accounts.people.list()).map(({ name }) => name)).toEqual(["Ada", "Bea"]);
      });
      it("have names and passwords that are worth something", async () => {
        await add("Ada", "admin");
        for (const name of ["", " ", "a\u0000b", "<b>", "x".repeat(81), "a  b", "-a", "a\nb"])
          expect(await add(name).catch(codeOf)).toBe("account.name");
        for (const own of ["short", "x".repeat(1001), "aaaaaaaaaaaaaa", "Grace.Hopper1"])
          expect(
            await accounts.people
              .add({ name: "Grace.Hopper1", role: "reader", password: own }, by("Ada"))
              .catch(codeOf),
          ).toBe("account.password");
      });
      it("come in by name and password, whatever the case of the name", async () => {
        await add("Ada", "admin");
        expect(await accounts.people.check("ada", password)).toMatchObject({ name: "Ada" });
        expect(await accounts.people.check("Ada", `${password}!`)).toBeNull();
        expect(await accounts.people.check("Nobody", password)).toBeNull();
        const rows = await accounts.people.base.db.selectFrom("account").select("password").execute();
        expect(rows[0]!.password).toMatch(/^scrypt 16 8 1 [\w-]{22} [\w-]{43}$/);
      });
      it("do not come in by a password that was changed while it was looked at, nor disabled meanwhile", async () => {
        await add("Ada", "admin");
        await add("Bea");
        const { base } = accounts.people;
        const { attempt } = base;
        for (const change of [{ password: "another password of Bea" }, { disabled: true }]) {
          const own = "password" in change ? password : "another password of Bea";
          const spied = vi.spyOn(base, "attempt").mockImplementationOnce(async (operation) => {
            const row = await attempt(operation);
            await accounts.people.change("Bea", change, by("Ada"));
            return row;
          });
          expect(await accounts.people.check("Bea", own)).toBeNull();
          spied.mockRestore();
        }
        expect(await accounts.people.check("Ada", password)).toMatchObject({ name: "Ada" });
      });
      it("keep an admin, whoever takes whom away", async () => {
        await add("Ada", "admin");
        expect(await accounts.people.change("Ada", { role: "reader" }, by("Ada")).catch(codeOf)).toBe(
          "account.last-admin",
        );
        expect(await accounts.people.change("Ada", { disabled: true }, by("Ada")).catch(codeOf)).toBe(
          "account.last-admin",
        );
        await add("Bea", "admin");
        const both = await Promise.all(
          ["Ada", "Bea"].map((one) => accounts.people.change(one, { disabled: true }, by(one)).then(() => "", codeOf)),
        );
        expect(both.sort()).toEqual(["", "account.last-admin"]);
        expect(await accounts.people.change("Cleo", { disabled: true }, by("Ada")).catch(codeOf)).toBe(
          "account.unknown",
        );
      });
    });

    describe("sessions", () => {
      it("last until they are ended, and know their account as it is now", async () => {
        const ada = await add("Ada", "admin");
        const secret = await accounts.sessions.open(ada, by("Ada"));
        const other = await maker.again();
        expect(await other.sessions.find(secret, at(5))).toMatchObject({ name: "Ada", role: "admin" });
        await other.close();
        expect(await accounts.sessions.find(`${secret}x`, at(5))).toBeNull();
        expect((await accounts.people.find("Ada")).seen).toBe(at(5));
        await accounts.sessions.close(secret, by("Ada", 6));
        expect(await accounts.sessions.find(secret, at(7))).toBeNull();
        expect(
          JSON.stringify(await accounts.sessions.base.db.selectFrom("account_session").selectAll().execute()),
        ).not.toContain(secret);
      });
      it("end by themselves: after a week of silence, and after thirty days", async () => {
        const ada = await add("Ada", "admin");
        const [idle, busy] = [
          await accounts.sessions.open(ada, by("Ada")),
          await accounts.sessions.open(ada, by("Ada")),
        ];
        const day = 24 * 60;
        for (let d = 1; d < 30; d++) expect(await accounts.sessions.find(busy, at(d * day))).not.toBeNull();
        expect(await accounts.sessions.find(idle, at(8 * day))).toBeNull();
        expect(await accounts.sessions.find(busy, at(30 * day))).toBeNull();
      });
      it("end with a new password, everywhere at once, and when the account is disabled", async () => {
        await add("Ada", "admin");
        const bea = await add("Bea");
        const ends: ((name: string) => Promise<unknown>)[] = [
          (name) => accounts.people.change(name, { password: "another password of Bea" }, by("Ada")),
          (name) => accounts.sessions.closeAll(name, by(name)),
          (name) => accounts.people.change(name, { disabled: true }, by("Ada")),
        ];
        for (const end of ends) {
          const two = [await accounts.sessions.open(bea, by("Bea")), await accounts.sessions.open(bea, by("Bea"))];
          await end("Bea");
          for (const secret of two) expect(await accounts.sessions.find(secret, at(1))).toBeNull();
        }
        expect(await accounts.people.check("Bea", "another password of Bea")).toBeNull();
        await accounts.people.change("Bea", { disabled: false }, by("Ada"));
        expect(await accounts.people.check("Bea", "another password of Bea")).toMatchObject({ name: "Bea" });
      });
    });

    describe("tokens", () => {
      it("are told once, and let in until they are revoked or expire", async () => {
        await add("Ada", "admin");
        const { secret, token } = await accounts.tokens.add("ada", "desk", null, by("Ada"));
        expect([secret, token.account]).toEqual([expect.stringMatching(/^hsy_[\w-]{43}$/), "Ada"]);
        expect(await accounts.tokens.find(secret, at(1))).toMatchObject({ name: "Ada" });
        expect(await accounts.tokens.list()).toMatchObject([{ id: token.id, used: at(1), revoked: null }]);
        expect(JSON.stringify(await accounts.tokens.list())).not.toContain(secret);
        expect(await accounts.tokens.revoke(token.id, "Bea", by("Bea")).catch(codeOf)).toBe("token.unknown");
        await accounts.tokens.revoke(token.id, "Ada", by("Ada"));
        expect(await accounts.tokens.find(secret, at(2))).toBeNull();
        const brief = await accounts.tokens.add("Ada", "a day", 1, by("Ada"));
        expect(await accounts.tokens.find(brief.secret, at(23 * 60))).not.toBeNull();
        expect(await accounts.tokens.find(brief.secret, at(24 * 60))).toBeNull();
        expect(await accounts.tokens.add("Nobody", "x", null, by("Ada")).catch(codeOf)).toBe("account.unknown");
      });
      it("are fifty that are good at most: those that have expired count no more", async () => {
        await add("Ada", "admin");
        for (let i = 0; i < 50; i++) await accounts.tokens.add("Ada", "night", 1, by("Ada"));
        expect(await accounts.tokens.add("Ada", "one more", 1, by("Ada", 5)).catch(codeOf)).toBe("token.too-many");
        expect(await accounts.tokens.add("Ada", "a day later", 1, by("Ada", 24 * 60))).toMatchObject({
          token: { label: "a day later" },
        });
      });
      it("are taken back once: when that was stays", async () => {
        await add("Ada", "admin");
        const { token } = await accounts.tokens.add("Ada", "desk", null, by("Ada"));
        await accounts.tokens.revoke(token.id, "Ada", by("Ada", 1));
        await accounts.tokens.revoke(token.id, "Ada", by("Ada", 2));
        expect(await accounts.tokens.list()).toMatchObject([{ id: token.id, revoked: at(1) }]);
      });
      it("let nobody in whose account is disabled", async () => {
        await add("Ada", "admin");
        await add("Bea");
        const { secret } = await accounts.tokens.add("Bea", "desk", null, by("Bea"));
        await accounts.people.change("Bea", { disabled: true }, by("Ada"));
        expect(await accounts.tokens.find(secret, at(1))).toBeNull();
      });
    });

    describe("single stories", () => {
      it("may give an account another role, or be seen by few", async () => {
        await add("Ada", "admin");
        const bea = await add("Bea", "reader");
        const session = await accounts.sessions.open(bea, by("Bea"));
        const role = async (story: string) => (await accounts.sessions.find(session, at(1)))!.roleIn(story);
        expect(await role("dune")).toBe("reader");
        await accounts.access.give("dune", "bea", "analyst", by("Ada"));
        await accounts.access.restrict("cable", true, by("Ada"));
        expect([await role("dune"), await role("cable"), await role("other")]).toEqual(["analyst", null, "reader"]);
        await accounts.access.give("cable", "Bea", "reader", by("Ada"));
        expect(await accounts.access.list()).toEqual([
          { story: "cable", restricted: true, roles: [{ account: "Bea", role: "reader" }] },
          { story: "dune", restricted: false, roles: [{ account: "Bea", role: "analyst" }] },
        ]);
        await accounts.access.give("cable", "Bea", null, by("Ada"));
        expect(await role("cable")).toBeNull();
        await accounts.access.restrict("cable", false, by("Ada"));
        expect(await role("cable")).toBe("reader");
      });
    });

    describe("the audit", () => {
      it("tells of everything that is done to accounts, newest first, by pages", async () => {
        const ada = await add("Ada", "admin");
        await accounts.people.change("Ada", { password: "yet another password" }, by("Ada", 1));
        const secret = await accounts.sessions.open(ada, by("Ada", 2));
        await accounts.sessions.close(secret, by("Ada", 3));
        const { token } = await accounts.tokens.add("Ada", "desk", null, by("Ada", 4));
        await accounts.tokens.revoke(token.id, null, by("Ada", 5));
        await accounts.access.restrict("dune", true, by("Ada", 6));
        expect((await actions()).toReversed()).toEqual([
          ...["account-add", "account-password", "sign-in", "sign-out", "token-add", "token-revoke", "access"],
        ]);
        const [first, second] = await accounts.audit.read({ limit: 2 });
        expect(await accounts.audit.read({ limit: 1, before: first!.number })).toEqual([second]);
        expect(await accounts.audit.read({ limit: 9, story: "dune" })).toMatchObject([{ who: "Ada", when: at(6) }]);
        expect(await accounts.audit.read({ limit: 9, since: at(5) })).toHaveLength(2);
        expect(await accounts.audit.read({ limit: 9, who: "system:root" })).toMatchObject([{ action: "account-add" }]);
        expect(await accounts.audit.read({ limit: 9, action: "sign-in" })).toHaveLength(1);
      });
      it("is only ever added to: the database itself refuses", async () => {
        await add("Ada", "admin");
        const { db } = accounts.audit.base;
        await expect(db.updateTable("audit").set({ who: "Eve" }).execute()).rejects.toThrow(/only ever added to/);
        await expect(db.deleteFrom("audit").execute()).rejects.toThrow(/only ever added to/);
        expect(await actions()).toEqual(["account-add"]);
      });
      it("says nothing of what was not done", async () => {
        await add("Ada", "admin");
        await add("Ada", "admin").catch(codeOf);
        await accounts.people.change("Ada", { role: "reader" }, by("Ada")).catch(codeOf);
        await accounts.tokens.revoke("token-1", null, by("Ada")).catch(codeOf);
        expect(await actions()).toEqual(["account-add"]);
      });
      it("takes any words", async () => {
        const deed = { ...by("Eve \u202e"), action: "sign-in-failed" as const, story: null, subject: null };
        await accounts.audit.record({ ...deed, detail: `${"x".repeat(5000)}\0\ud800` });
        expect((await accounts.audit.read({ limit: 1 }))[0]!.detail).toHaveLength(2000);
      });
    });
  });
}
