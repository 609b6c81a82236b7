import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { hostname } from "node:os";
import type { FastifyInstance } from "fastify";
import type { House } from "./answering.js";
import { type Limits, makeApp, usualLimits } from "./app.js";
import { builtWorkbench } from "./assets.js";
import { Door } from "./door.js";
import { Jobs } from "./jobs.js";
import { Live } from "./live.js";
import type { OnFault } from "./problem.js";
import { Sessions } from "./sessions.js";
import { Shelf } from "./shelf.js";
import type { LogStream } from "./watching.js";
import type { Writer } from "./writer/writer.js";

/** How a server is started. */
export interface ServeOptions {
  /** The folder of the stories. */
  readonly home: string;
  /** Files of stories outside it. */
  readonly besides?: readonly string[];
  readonly host: string;
  /** 0 takes any that is free. */
  readonly port: number;
  /** What has to be given to sign in as long as there are no accounts; null where nothing has to. */
  readonly token: string | null;
  /** Who judges when nobody says otherwise. */
  readonly user: string;
  readonly readOnly: boolean;
  readonly writer: Writer;
  readonly workbench?: string;
  readonly limits?: Limits;
  readonly log?: LogStream;
  readonly now: () => string;
  readonly onFault: OnFault;
}

/** A server that listens. */
export interface Served {
  readonly app: FastifyInstance;
  readonly house: House;
  /** "http://127.0.0.1:4747/" */
  readonly address: string;
  /** Answers what has been asked, takes nothing more, lets what is being written end, and closes the stories. */
  close(): Promise<void>;
}

/** Starts to serve. @throws what listening throws: EADDRINUSE, EACCES, EADDRNOTAVAIL */
export async function serve(options: ServeOptions): Promise<Served> {
  const { home, besides = [], host, port, token, user, readOnly, writer, now, onFault } = options;
  const shelf = new Shelf(home, writer, onFault, besides);
  const live = new Live();
  const jobs = new Jobs(live, onFault);
  const door = new Door(new Sessions(token, user, readOnly), home, now);
  const house: House = { shelf, live, jobs, door, onFault, now };
  const called = { loopback: isLoopback(host), names: isLoopback(host) ? [] : [host, hostname().toLowerCase()] };
  const workbench = options.workbench ?? builtWorkbench;
  const app = await makeApp(house, {
    called,
    limits: options.limits ?? usualLimits,
    workbench,
    ...(options.log && { log: options.log }),
  });
  await app.listen({ host, port });
  const { port: taken } = app.server.address() as AddressInfo;
  const address = `http://${host.includes(":") ? `[${host}]` : host}:${taken}/`;
  return { app, house, address, close: () => closeAll(app, house, writer) };
}

async function closeAll(app: FastifyInstance, { door, jobs, live, shelf }: House, writer: Writer): Promise<void> {
  live.close();
  const closed = app.close();
  await Promise.all([closed, jobs.close(), writer.close()]);
  await Promise.all([shelf.close(), door.close()]);
}

/** Whether only this machine can reach it there. */
export const isLoopback = (host: string): boolean =>
  host === "localhost" || host === "::1" || /^127(?:\.\d{1,3}){3}$/.test(host);

/** When the process is asked to end. */
export const asked = async (): Promise<void> => {
  await Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
};
