import { basename, resolve } from "node:path";
import { HearsayError } from "../model/index.js";
import {
  extension,
  isAddress,
  openStory,
  removeStory,
  storyExists,
  storyHeadings,
  storyNames,
  storyPath,
  writtenAt,
} from "../store/index.js";
import { type Listed, Listing, revisionFor } from "./listing.js";
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
  readonly #listing = new Listing();

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
  async names(): Promise<readonly string[]> {
    return [...new Set([...(await storyNames(this.home)), ...this.#besides.keys()])].sort();
  }

  /** What the list says of every story, in the order of their names. Opens none for longer than it takes to read that. */
  async listed(): Promise<readonly Listed[]> {
    const names = await this.names();
    const rows = new Map<string, Listed>();
    if (isAddress(this.home))
      for (const { name, written: modified, made, articles } of await storyHeadings(this.home))
        rows.set(name, { name, articles, revision: made === null ? null : revisionFor(name, made), modified });
    for (const name of names) {
      const path = this.#pathOf(name);
      if (path === null || isAddress(path)) continue;
      rows.set(name, await this.#listing.row(name, path, await writtenAt(path)));
    }
    this.#listing.keepOnly(new Set(names));
    return names.flatMap((name) => rows.get(name) ?? []);
  }

  /** The story of a name. @param seen which stories who asks may know of @throws Problem `story.unknown` */
  async room(name: string, seen: (name: string) => boolean = () => true): Promise<Room> {
    const path = seen(name) ? this.#pathOf(name) : null;
    if (path === null || !(await storyExists(path)) || !(await this.#isCalled(name))) {
      const names = (await this.names()).filter(seen);
      const there = names.length === 0 ? "There is no story yet." : `Stories here: ${names.slice(0, 20).join(", ")}.`;
      throw new Problem(404, "story.unknown", `There is no story "${name}". ${there}`);
    }
    const room =
      this.#rooms.get(name) ?? new Room(name, isAddress(path) ? path : resolve(path), this.writer, this.onFault);
    this.#rooms.set(name, room);
    return room;
  }

  /**
   * Whether a story has this very name: some file systems also find it under a name in other case, that no role and no
   * restriction is for.
   */
  async #isCalled(name: string): Promise<boolean> {
    return this.#rooms.has(name) || (await this.names()).includes(name);
  }

  /** The story of a name, which somebody looks at now. @throws Problem `story.unknown` */
  async enter(name: string, seen?: (name: string) => boolean): Promise<Room> {
    const room = await this.room(name, seen);
    this.#rooms.delete(name);
    this.#rooms.set(name, room);
    for (const other of [...this.#rooms.values()].slice(0, -mostInMemory)) other.rest();
    return room;
  }

  /** Closes what nobody needs open: stories asked about longest ago, and those whose file is gone, which it forgets. */
  async tidy(live: Pick<Live, "isHeard">): Promise<void> {
    const all = [...this.#rooms];
    const unused = (room: Room) => room.isIdle && !live.isHeard(room);
    const closing = all.map(async ([name, room], i) => {
      if (!unused(room)) return;
      const gone = !(await storyExists(room.path));
      if (!unused(room)) return;
      if (gone && this.#rooms.get(name) === room) this.#rooms.delete(name);
      if (gone || i < all.length - mostInMemory) await room.close();
    });
    await Promise.all(closing);
  }

  /** @throws Problem `story.exists`; HearsayError `story.name` */
  async make(name: string): Promise<Room> {
    if (name.endsWith(extension))
      throw new HearsayError("story.name", `"${name}" is a file's name: leave the ending off.`);
    const path = storyPath(name, this.home);
    if ((await storyExists(path)) || this.#besides.has(name))
      throw new Problem(409, "story.exists", `There is a story "${name}" already.`);
    await (await openStory(path, { create: true })).close();
    return this.room(name);
  }

  /** Removes a story with everything in it. @throws Problem `story.busy`, `story.elsewhere` */
  async remove(room: Room): Promise<void> {
    if (this.#besides.has(room.name))
      throw new Problem(
        409,
        "story.elsewhere",
        `"${room.name}" is no story of this folder: remove its file where it is.`,
      );
    // One that cannot even be opened is nobody's at work.
    if (await room.isBehind().catch(() => false))
      throw new Problem(409, "story.busy", `Something is being added to "${room.name}": try again when it is done.`);
    this.#rooms.delete(room.name);
    await room.close();
    await removeStory(room.path);
  }

  /** When a story was last written to, ISO 8601. */
  modified(room: Room): Promise<string> {
    return writtenAt(room.path);
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
