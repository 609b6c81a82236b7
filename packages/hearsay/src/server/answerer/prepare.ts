import { setTimeout as after } from "node:timers/promises";
import { preparingMap } from "../../concepts/index.js";
import { type OnFault, tellFault } from "../problem.js";
import type { Room } from "../room.js";
import { indexOf } from "../search/index.js";
import { inSlices } from "../slices.js";
import type { View } from "../view.js";
import { answerOf } from "./look.js";

type Step = (room: Room, view: View) => Promise<unknown>;

const ask =
  (name: Parameters<typeof answerOf>[1]["name"], query: object = {}): Step =>
  (room) =>
    answerOf(room, { name, path: {}, query, body: undefined });
const first = { limit: 1 };

/** What the views of a story ask for first, in the order of the rail; what takes longest comes last. */
const steps: readonly Step[] = [
  ask("GET /stories/{s}/lineage"),
  ask("GET /stories/{s}/matrix"),
  ask("GET /stories/{s}/lone", first),
  ask("GET /stories/{s}/claims", { ...first, since: "0001" }),
  ask("GET /stories/{s}/articles", first),
  ask("GET /stories/{s}/statements", first),
  ask("GET /stories/{s}/happenings"),
  ask("GET /stories/{s}/events", first),
  ask("GET /stories/{s}/commitments", first),
  ask("GET /stories/{s}/figures", first),
  ask("GET /stories/{s}/graph"),
  ask("GET /stories/{s}/places"),
  ask("GET /stories/{s}/positions", first),
  ask("GET /stories/{s}/entities", first),
  (_, view) => view.once("search", indexOf),
  (_, { report }) => inSlices(preparingMap(report)),
  ask("GET /stories/{s}/map"),
  ask("GET /stories/{s}/review", first),
];

/** The first view is drawn first; and whoever asks meanwhile goes first. In milliseconds. */
const [begin, between] = [300, 20];

/** Makes ready what a story's views ask for, once for a report, one step at a time while nobody asks for anything. */
export function preparer(isAsked: () => boolean, onFault: OnFault): (room: Room) => void {
  const begun = new WeakSet<View>();
  const run = async (room: Room): Promise<void> => {
    const view = await room.view();
    if (begun.has(view)) return;
    begun.add(view);
    await after(begin);
    for (const step of steps) {
      do await after(between);
      while (isAsked());
      if ((await room.view()) !== view) return;
      await step(room, view);
    }
  };
  return (room) => void room.during(() => run(room)).catch((error: unknown) => tellFault(error, onFault));
}
