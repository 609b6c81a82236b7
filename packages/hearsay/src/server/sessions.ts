import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { EventEmitter } from "node:events";
import type { AccountRole } from "../model/index.js";
import { Problem } from "./problem.js";

/** Who asks, signed in where that is needed. */
export interface Session {
  readonly id: string;
  readonly who: string;
  readonly role: AccountRole;
  /** What they may do in a story; null where they may not even know of it. */
  roleIn(story: string): AccountRole | null;
}

/** So many sessions are remembered; the one not heard of for longest goes first. */
const most = 1000;

/** The sessions of one run of the server where there are no accounts. Signing in again costs nothing but the token. */
export class Sessions {
  readonly #known = new Map<string, Session>();
  readonly #ends = new EventEmitter().setMaxListeners(0);

  /**
   * @param token what has to be given to sign in; null where nothing has to
   * @param user who judges when nobody says otherwise
   */
  constructor(
    readonly token: string | null,
    readonly user: string,
    readonly readOnly: boolean,
  ) {}

  /** The session of an id; null when there is none. */
  find(id: string | undefined): Session | null {
    if (id === undefined) return null;
    const session = this.#known.get(id);
    if (session === undefined) return null;
    this.#known.delete(id);
    this.#known.set(id, session);
    return session;
  }

  /** A new session; null where one has to sign in first: guests are not remembered, they would push others out. */
  open(): Session | null {
    return this.token === null ? this.#remember(this.#made(newToken(), this.user)) : null;
  }

  /**
   * Signs in under a new id, so that one planted before is of no use.
   * @throws Problem `session.token`
   */
  signIn(session: Session | null, token: string | undefined, who: string | undefined): Session {
    if (this.token !== null && !(session !== null && token === undefined) && !this.isToken(token))
      throw new Problem(401, "session.token", "This is not the token that the server printed when it started.");
    if (session !== null) this.close(session.id);
    return this.#remember(this.#made(newToken(), who ?? session?.who ?? this.user));
  }

  /** Who a program is that sends the token with every request. */
  bearer(token: string): Session | null {
    return this.token !== null && this.isToken(token) ? this.#made("", this.user) : null;
  }

  isToken(token: string | undefined): boolean {
    return this.token !== null && token !== undefined && isSame(token, this.token);
  }

  close(id: string): void {
    if (this.#known.delete(id)) this.#ends.emit(id);
  }

  /** Calls when the session ends, until what is returned is called. */
  onEnd({ id }: Session, listener: () => void): () => void {
    this.#ends.on(id, listener);
    return () => this.#ends.off(id, listener);
  }

  /** What who has not signed in may do, where nobody has to. */
  get role(): AccountRole {
    return this.readOnly ? "reader" : "analyst";
  }

  #made(id: string, who: string): Session {
    const { role } = this;
    return { id, who, role, roleIn: () => role };
  }

  #remember(session: Session): Session {
    this.#known.set(session.id, session);
    for (const old of this.#known.keys()) {
      if (this.#known.size <= most) break;
      this.close(old);
    }
    return session;
  }
}

export const newToken = (): string => randomBytes(24).toString("base64url");

/**
 * What has to come with everything a session changes: nobody who cannot read our answers knows it. Made from the session's
 * id, which no script can read, so that a server started anew expects the same.
 */
export const csrfOf = ({ id }: Pick<Session, "id">): string =>
  createHmac("sha256", id).update("X-CSRF-Token").digest("base64url");

export const isCsrf = (session: Session, given: unknown): boolean =>
  typeof given === "string" && isSame(given, csrfOf(session));

/** Compared in a time that says nothing of how much is right. */
const isSame = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b));
const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
