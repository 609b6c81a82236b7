import { existsSync, statSync } from "node:fs";
import { basename, resolve } from "node:path";
import { HearsayError } from "../model/index.js";
import { extension, listStories, openStory, storyPath } from "../store/index.js";
import type { Live } from "./live.js";
import { type OnFault, Problem } from "./problem.js";
import { Room } from "./room.js";
import type { Writer } from "./writer/writer.js";

/** The reports of so many stories are kept in memory, those asked about last. */
const mostInMemory = 8;

/** The stories that are served: those of a folder, and others given by path. */
export class Shelf {
  readonly #rooms = new Map<string, Room>();
  readonly #besides: ReadonlyMap<string, string>;

  /** @param besides files of stories outside the folder */
  constructor(
    readonly home: string,
    readonly writer: Writer,
    readonly onFault: OnFault,
    besides: readonly string[] = [],
  ) {
    this.#besides = new Map(besides.map((path) => [basename(path, extension), path]));
  }

  /** The names of all stories, in order. */
  names(): readonly string[] {
    return [...new Set([...listStories(this.home).map(({ name }) => name), ...this.#besides.keys()])].sort();
  }

  /** The story of a name. @throws Problem `story.unknown` */
  room(name: string): Room {
    const path = this.#pathOf(name);
    if (path === null || !existsSync(path)) {
      const names = this.names();
      const there = names.length === 0 ? "There is no story yet." : `Stories here: ${names.slice(0, 20).join(", ")}.`;
      throw new Problem(404, "story.unknown", `There is no story "${name}". ${there}`);
    }
    const room = this.#rooms.get(name) ?? new Room(name, resolve(path), this.writer, this.onFault);
    this.#rooms.set(name, room);
    return room;
  }

  /** The story of a name, which somebody looks at now. @throws Problem `story.unknown` */
  enter(name: string): Room {
    const room = this.room(name);
    this.#rooms.delete(name);
    this.#rooms.set(name, room);
    for (const other of [...this.#rooms.values()].slice(0, -mostInMemory)) other.rest();
    return room;
  }

  /** Closes what nobody needs open: stories asked about longest ago, and those whose file is gone, which it forgets. */
  async tidy(live: Live): Promise<void> {
    const all = [...this.#rooms];
    const closing = all.filter(([name, room], i) => {
      if (!room.isIdle || live.isHeard(room)) return false;
      const gone = !existsSync(room.path);
      if (gone) this.#rooms.delete(name);
      return gone || i < all.length - mostInMemory;
    });
    await Promise.all(closing.map(([, room]) => room.close()));
  }

  /** @throws Problem `story.exists`; HearsayError `story.name` */
  async make(name: string): Promise<Room> {
    if (name.endsWith(extension))
      throw new HearsayError("story.name", `"${name}" is a file's name: leave the ending off.`);
    const path = storyPath(name, this.home);
    if (existsSync(path) || this.#besides.has(name))
      throw new Problem(409, "story.exists", `There is a story "${name}" already.`);
    await (await openStory(path, { create: true })).close();
    return this.room(name);
  }

  /** When a story's file was last written to, ISO 8601. */
  modified(room: Room): string {
    const times = [room.path, `${room.path}-wal`].map(
      (file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0,
    );
    return new Date(Math.max(...times)).toISOString();
  }

  /** A name never is a path: what is asked for over the network stays on the shelf. */
  #pathOf(name: string): string | null {
    const besides = this.#besides.get(name);
    if (besides !== undefined) return besides;
    try {
      return name.endsWith(extension) ? null : storyPath(name, this.home);
    } catch {
      return null;
    }
  }

  async close(): Promise<void> {
    await Promise.all([...this.#rooms.values()].map((room) => room.close()));
    this.#rooms.clear();
  }
}
