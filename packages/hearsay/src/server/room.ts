import { statSync } from "node:fs";
import { type KeptReport, readReport, revisionOf, type StoryStore, storedHead } from "../engine/index.js";
import { openStory } from "../store/index.js";
import type { ReportHead } from "../tell/kept.js";
import { revisionFor } from "./listing.js";
import { type OnFault, tellFault } from "./problem.js";
import { View } from "./view.js";
import type { Writer } from "./writer/writer.js";

/** One story that is served: its store kept open, its report kept in memory as long as it is current. */
export class Room {
  #opened: Promise<StoryStore> | null = null;
  /** Which file it was opened as: another may have been put in its place. */
  #inode: bigint | null = null;
  #view: View | null = null;
  /** What the view is of: what has not changed in the next report is taken over. */
  #kept: KeptReport | null = null;
  #loading: Promise<View> | null = null;
  #checked = false;
  #users = 0;

  constructor(
    readonly name: string,
    readonly path: string,
    readonly writer: Writer,
    readonly onFault: OnFault,
  ) {}

  /** The story's store. @throws HearsayError `store.missing`, `store.not-a-story`, `store.newer`, `store.failed` */
  async store(): Promise<StoryStore> {
    const inode = inodeOf(this.path);
    if (this.#opened !== null && inode !== this.#inode) await this.close();
    this.#inode = inode;
    this.#opened ??= openStory(this.path);
    const opened = this.#opened;
    opened.catch(() => {
      if (this.#opened === opened) this.#opened = null;
    });
    return opened;
  }

  /** A short hash that changes exactly when the story's report does; null while none has been made. Cheap. */
  async revision(): Promise<string | null> {
    const made = await revisionOf(await this.store());
    return made === null ? null : revisionFor(this.name, made);
  }

  /** Whether something is being added, here or by another process, that the report does not show yet. */
  async isBehind(): Promise<boolean> {
    return this.writer.isBusy(this.path) || (await this.store()).othersWorking();
  }

  /** What the story's report says as a whole, and its revision: small, and there at once. Made first when there is none. */
  async head(): Promise<{ readonly head: ReportHead; readonly revision: string }> {
    const store = await this.store();
    void this.during(() => this.#bringUp());
    for (;;) {
      const [revision, head] = [await this.revision(), await storedHead(store)];
      // Another process may have written a new one between the two.
      if (revision !== null && head !== null && revision === (await this.revision())) return { head, revision };
      if (revision === null) await this.writer.refresh(this.path);
    }
  }

  /** The story's report as it is now; made first when there is none. */
  async view(): Promise<View> {
    void this.during(() => this.#bringUp());
    const revision = await this.revision();
    if (this.#view !== null && revision === this.#view.revision) return this.#view;
    this.#loading ??= this.#load().finally(() => {
      this.#loading = null;
    });
    return this.#loading;
  }

  /** Runs work during which the story is not to be closed. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    this.#users++;
    try {
      return await work();
    } finally {
      this.#users--;
    }
  }

  /** Whether it holds its file open, and nothing is being done that needs it. */
  get isIdle(): boolean {
    return this.#opened !== null && this.#users === 0;
  }

  /** Lets go of the report; it is read again when it is asked for. */
  rest(): void {
    this.#view = null;
    this.#kept = null;
  }

  /**
   * Once after opening: finishes what an interrupted run left, without anybody waiting for it. While another process is
   * at work on the story, that one does.
   */
  async #bringUp(): Promise<void> {
    if (this.#checked) return;
    this.#checked = true;
    try {
      const others = await (await this.store()).othersWorking();
      if (!others || (await this.revision()) === null) await this.writer.refresh(this.path);
      else this.#checked = false;
    } catch (error) {
      this.#checked = false;
      tellFault(error, this.onFault);
    }
  }

  async #load(): Promise<View> {
    const store = await this.store();
    for (;;) {
      if ((await this.revision()) === null) await this.writer.refresh(this.path);
      const [revision, kept] = [await this.revision(), await readReport(store, this.#kept)];
      // Another process may have written a new one between the two.
      if (kept === null || revision === null || revision !== (await this.revision())) continue;
      this.#kept = kept;
      this.#view = new View(kept.report, revision);
      return this.#view;
    }
  }

  async close(): Promise<void> {
    const opened = this.#opened;
    this.#opened = null;
    this.rest();
    await (await opened?.catch(() => null))?.close();
  }
}

function inodeOf(path: string): bigint | null {
  return statSync(path, { bigint: true, throwIfNoEntry: false })?.ino ?? null;
}
