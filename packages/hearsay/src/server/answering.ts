import type { FastifyReply, FastifyRequest } from "fastify";
import type { Answer, Body, Name, Path, Query } from "./contract/index.js";
import type { Door } from "./door.js";
import type { Jobs } from "./jobs.js";
import type { Live } from "./live.js";
import type { OnFault } from "./problem.js";
import type { Room } from "./room.js";
import type { Shelf } from "./shelf.js";

/** What the routes answer from. */
export interface House {
  readonly shelf: Shelf;
  readonly door: Door;
  readonly jobs: Jobs;
  readonly live: Live;
  readonly onFault: OnFault;
  /** ISO 8601, UTC. */
  readonly now: () => string;
}

/** One request, its parts checked against the contract. */
export interface Asked<K extends Name> extends House {
  readonly path: Path<K>;
  readonly query: Query<K>;
  readonly body: Body<K>;
  /** The story asked about. */
  readonly room: K extends `${string}{s}${string}` ? Room : null;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** An answer that is no JSON. */
export class Sent {
  constructor(
    readonly type: string,
    readonly body: string | Uint8Array,
    /** The name to save it under; shown rather than saved when there is none. */
    readonly file: string | null = null,
    /** Its own content security policy. */
    readonly policy: string | null = null,
  ) {}
}

/** The answer has been sent, or will be, by the handler itself. */
export class Streaming {}

export type Handler<K extends Name> = (
  asked: Asked<K>,
) => Answer<K> | Sent | Streaming | Promise<Answer<K> | Sent | Streaming>;
export type Handlers<K extends Name> = { readonly [N in K]: Handler<N> };
