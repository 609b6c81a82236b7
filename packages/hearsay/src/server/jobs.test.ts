import { describe, expect, it } from "vitest";
import type { Progress } from "../engine/index.js";
import { HearsayError } from "../model/index.js";
import { Jobs } from "./jobs.js";
import { Live } from "./live.js";
import { Room } from "./room.js";
import type { Outcome, Writer } from "./writer/writer.js";

const nothing: Outcome = { kept: [], diagnostics: [], cut: false };

/** A writer whose runs end when they are told to. */
function held() {
  const runs: {
    progress(one: Progress): void;
    end(added?: Outcome): void;
    fail(error: unknown): void;
    signal: AbortSignal;
  }[] = [];
  const writer: Writer = {
    refresh: async () => {},
    add: (_, __, progress, signal) =>
      new Promise((resolve, reject) =>
        runs.push({ progress, signal, end: (added = nothing) => resolve(added), fail: reject }),
      ),
    isBusy: () => false,
    close: async () => {},
  };
  const faults: unknown[] = [];
  const onFault = (error: unknown) => void faults.push(error);
  const jobs = new Jobs(new Live(), onFault);
  return { runs, jobs, faults, room: new Room("ferry", "/nowhere/ferry.hearsay", writer, onFault) };
}
const turns = async () => {
  for (let i = 0; i < 10; i++) await null;
};
const parcel = { files: [], urls: [] };

describe("jobs", () => {
  it("of one story run one after another, and tell how far they are", async () => {
    const { runs, jobs, room } = held();
    const [first, second] = [jobs.start(room, parcel), jobs.start(room, parcel)];
    await turns();
    expect([runs.length, jobs.find(room, first.id).state, jobs.find(room, second.id).state]).toEqual([
      1,
      "running",
      "queued",
    ]);
    runs[0]!.progress({ step: "read", done: 3, total: 7, file: "a.html" });
    expect(jobs.find(room, first.id)).toMatchObject({ step: "read", done: 3, total: 7, file: "a.html" });
    runs[0]!.end({ kept: [{ hash: "0123456789abcdef", place: "a.html", status: "new" }], diagnostics: [], cut: false });
    await turns();
    expect(jobs.find(room, first.id)).toMatchObject({ state: "done", added: [{ article: "a-0123456789ab" }] });
    expect(runs).toHaveLength(2);
  });
  it("that wait do not begin when they are called off; one that runs stops taking in", async () => {
    const { runs, jobs, room } = held();
    const [first, second] = [jobs.start(room, parcel), jobs.start(room, parcel)];
    await turns();
    expect(jobs.cancel(room, second.id).state).toBe("cancelled");
    jobs.cancel(room, first.id);
    expect([runs[0]!.signal.aborted, jobs.find(room, first.id).state]).toEqual([true, "running"]);
    runs[0]!.end({ ...nothing, cut: true });
    await turns();
    expect([runs.length, jobs.find(room, first.id).state]).toEqual([1, "cancelled"]);
  });
  it("that were called off when everything had been taken in are done", async () => {
    const { runs, jobs, room } = held();
    const { id } = jobs.start(room, parcel);
    await turns();
    jobs.cancel(room, id);
    runs[0]!.end();
    await turns();
    expect(jobs.find(room, id).state).toBe("done");
  });
  it("that fail say why, the log more, and the next one runs", async () => {
    const { runs, jobs, room, faults } = held();
    const [first] = [jobs.start(room, parcel), jobs.start(room, parcel)];
    await turns();
    runs[0]!.fail(new HearsayError("writer.died", "It died."));
    await turns();
    expect(jobs.find(room, first.id)).toMatchObject({ state: "failed", diagnostics: [{ code: "writer.died" }] });
    expect(faults).toMatchObject([{ code: "writer.died" }]);
    expect(runs).toHaveLength(2);
  });
  it("do not pile up without end", () => {
    const { jobs, room } = held();
    for (let i = 0; i < 50; i++) jobs.start(room, parcel);
    expect(() => jobs.start(room, parcel)).toThrow("50 jobs are waiting");
  });
  it("of another story are not told of", () => {
    const { jobs, room } = held();
    const { id } = jobs.start(room, parcel);
    const other = new Room("bridge", "/nowhere/bridge.hearsay", room.writer, room.onFault);
    expect(() => jobs.find(other, id)).toThrow("no job");
  });
});
