import { EventEmitter } from "node:events";
import type { FastifyRequest } from "fastify";
import type { StoryStore } from "../engine/index.js";
import { type AccountRole, accountKey, type DeedAction, type Judgement } from "../model/index.js";
import { type Accounts, type Doer, mayHaveAccounts, openAccounts, type Signed } from "../store/index.js";
import { Attempts } from "./attempts.js";
import { Problem } from "./problem.js";
import { csrfOf, type Session, type Sessions } from "./sessions.js";

/** What signing in takes: nothing on one's own machine, the server's token elsewhere, a password where there are accounts. */
export type Login = "none" | "token" | "password";

/** Who asks, and how they came in. */
export interface Visitor {
  readonly login: Login;
  /** Null before anybody has signed in. */
  readonly session: Session | null;
  /** Whether it is a program that sends a token itself: nothing a browser would do by itself. */
  readonly isProgram: boolean;
}

/** What is given to sign in. */
export interface Given {
  readonly token?: string;
  readonly who?: string;
  readonly password?: string;
}

/** How often a database without accounts is asked whether it has some by now, in milliseconds. */
const askedEvery = 1000;

/** Lets in who may come in: by the accounts as soon as there are some, by the server's own sessions until then. */
export class Door {
  readonly #attempts = new Attempts();
  readonly #ends = new EventEmitter().setMaxListeners(0);
  #opening: Promise<Accounts | null> | null = null;
  #any = false;
  #asked = Number.NEGATIVE_INFINITY;

  /** @param home where the stories are, and the accounts beside them */
  constructor(
    readonly sessions: Sessions,
    readonly home: string,
    readonly now: () => string,
  ) {}

  /** The accounts; null while there is none. Once there was one they are never out of use again. */
  async accounts(): Promise<Accounts | null> {
    if (this.#any) return this.#opening;
    if (!mayHaveAccounts(this.home) || performance.now() - this.#asked < askedEvery) return null;
    this.#opening ??= openAccounts(this.home);
    try {
      const accounts = await this.#opening;
      this.#any ||= (await accounts?.people.any()) ?? false;
      if (!this.#any) this.#asked = performance.now();
      return this.#any ? accounts : null;
    } catch (error) {
      this.#opening = null;
      throw error;
    }
  }

  /** Who asks. @param bearer, cookie what came with the request */
  async visitor(bearer: string | undefined, cookie: string | undefined): Promise<Visitor> {
    const { sessions } = this;
    const accounts = await this.accounts();
    if (accounts === null) {
      const program = bearer === undefined ? null : sessions.bearer(bearer);
      const login = sessions.token === null ? "none" : "token";
      return { login, session: program ?? sessions.find(cookie), isProgram: program !== null };
    }
    const program = bearer === undefined ? null : await accounts.tokens.find(bearer, this.now());
    if (program !== null) return { login: "password", session: this.#session("", program), isProgram: true };
    const signed = cookie === undefined ? null : await accounts.sessions.find(cookie, this.now());
    const session = signed === null ? null : this.#session(cookie!, signed);
    return { login: "password", session, isProgram: false };
  }

  #session(id: string, { name, role, roleIn }: Signed): Session {
    const most = (own: AccountRole | null) => (own !== null && this.sessions.readOnly ? "reader" : own);
    return { id, who: name, role: most(role)!, roleIn: (story) => most(roleIn(story)) };
  }

  /**
   * Signs in under a new id. An unknown name and a wrong password are answered alike, after as long a time.
   * @throws Problem `session.token`, `session.password`, `session.too-many`
   */
  async signIn({ login, session, isProgram }: Visitor, given: Given, from: string): Promise<Session> {
    const accounts = await this.accounts();
    if (accounts === null) return this.sessions.signIn(isProgram ? null : session, given.token, given.who);
    const account = await this.checked(accounts, given.who ?? "", given.password ?? "", from);
    const when = this.now();
    if (login === "password" && session !== null && !isProgram)
      await accounts.sessions.close(session.id, { who: session.who, when, from });
    const id = await accounts.sessions.open(account, { who: account.name, when, from });
    const signed = await accounts.sessions.find(id, when);
    return this.#session(id, signed!);
  }

  /** The account of a name and a password. @throws Problem `session.password`, `session.too-many` */
  async checked(accounts: Accounts, name: string, password: string, from: string) {
    const key = accountKey(name);
    const at = Date.parse(this.now());
    if (!this.#attempts.mayTry(key, at))
      throw new Problem(429, "session.too-many", "Too many wrong passwords for this name: try again in ten minutes.");
    // Counted before it is known: many at once are not more than so many.
    this.#attempts.failed(key, at);
    const account = await accounts.people.check(name, password);
    if (account !== null) {
      this.#attempts.succeeded(key);
      return account;
    }
    const who = name.replace(/[\p{C}]/gu, "").slice(0, 80);
    const about = { action: "sign-in-failed", story: null, subject: null, detail: null } as const;
    await accounts.audit.record({ ...about, who, when: this.now(), from });
    throw new Problem(401, "session.password", "This name and this password do not go together.");
  }

  /** Ends a session, or all of its account. */
  async signOut({ session, isProgram }: Visitor, everywhere: boolean, from: string): Promise<void> {
    if (session === null) return;
    const accounts = await this.accounts();
    const by = { who: session.who, when: this.now(), from };
    if (accounts === null) this.sessions.close(session.id);
    else if (everywhere) await accounts.sessions.closeAll(session.who, by);
    else if (!isProgram) await accounts.sessions.close(session.id, by);
    // Programs have no session to end, and all of them one id.
    if (!isProgram) this.#ends.emit(csrfOf(session));
  }

  /** Calls when a session ends by signing out here, until what is returned is called. */
  onEnd(session: Session, listener: () => void): () => void {
    const key = csrfOf(session);
    this.#ends.on(key, listener);
    const forget = this.sessions.onEnd(session, listener);
    return () => {
      this.#ends.off(key, listener);
      forget();
    };
  }

  /** The accounts, for what is done with them. @throws Problem `account.none` */
  async known(): Promise<Accounts> {
    const accounts = await this.accounts();
    if (accounts !== null) return accounts;
    throw new Problem(403, "account.none", "There are no accounts here. Make the first with: hearsay account add NAME");
  }

  doer(request: FastifyRequest): Doer {
    return { who: request.visitor.session?.who ?? this.sessions.user, when: this.now(), from: request.ip };
  }

  /** Tells the audit what was done; where there are no accounts there is no audit. */
  async tell(request: FastifyRequest, action: DeedAction, about: About): Promise<void> {
    await (await this.accounts())?.audit.record({ ...this.doer(request), action, ...nothing, ...about });
  }

  /** Records a judgement and who made it: in one transaction where both are kept in one database. */
  async judge(request: FastifyRequest, store: StoryStore, story: string, made: Judgement): Promise<void> {
    const accounts = await this.accounts();
    if (accounts === null) return void (await store.judge(made));
    const deed = judged(made, story, request.ip);
    if (!(await store.judge(made, deed))) await accounts.audit.record(deed);
  }

  async close(): Promise<void> {
    await (await this.#opening?.catch(() => null))?.close();
  }
}

/** What a deed was done to. */
interface About {
  readonly story?: string;
  readonly subject?: string;
  readonly detail?: string;
}
const nothing = { story: null, subject: null, detail: null };

/** What the audit says of a judgement. */
export const judged = ({ id, kind, subjects, value, who, when }: Judgement, story: string, from: string) => ({
  ...{ who, when, from, story, subject: id },
  action: kind === "withdraw" ? ("withdraw" as const) : ("judge" as const),
  detail: [kind, ...subjects, ...(value === null ? [] : [value])].join(" "),
});

/** Whether who asks may know of a story. */
export const sees =
  ({ visitor }: FastifyRequest) =>
  (story: string): boolean =>
    visitor.session === null || visitor.session.roleIn(story) !== null;
