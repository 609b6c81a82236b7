import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contentHash } from "../model/index.js";
import { add, bringUpToDate, judge, rebuild, type Workshop } from "./engine.js";
import { Memory } from "./memory.js";
import type { Found } from "./ports.js";
import { installedStages } from "./stages.js";
import { memoryStore } from "./testing/memory.js";

const wire = `FORT ALDER, June 9 (WPA) - A crane fell onto the quay at Fort Alder on Monday night and killed 4 dockers, the port authority said.

The crane, built in 1987, had been inspected in March, said harbour master Ilka Brandes. Work at all 6 berths has stopped until Thursday.

The dockers' union called a strike for Friday and demanded that the 11 other cranes be closed at once.`;
const texts = [
  wire,
  `Crane kills dockers\n\n${wire.split("\n\n").slice(1).join("\n\n")}\n\nSubscribe to our newsletter.`,
  `Friends of the four men gathered at the gates of Fort Alder on Tuesday. "He had told me the brakes were bad," said Rosa Quint, whose brother drove the crane. The union wants the other cranes shut.`,
  `Port closed until Thursday after crane falls: Ilka Brandes, the harbour master, says a crane from 1987 came down on the quay on Monday night. 4 dockers died. The union wants 11 other cranes closed and calls a strike for Friday.`,
];

async function* found(...numbers: readonly number[]): AsyncGenerator<Found> {
  for (const number of numbers) {
    const bytes = new TextEncoder().encode(texts[number]);
    const place = `${number}.txt`;
    yield { capture: { hash: contentHash(bytes), place, retrieved: "2031-06-10T08:00:00Z", bytes }, diagnostics: [] };
  }
}

const recordsOf = async ({ store }: Workshop) => [
  await store.derived("trace"),
  await store.derived("weigh"),
  await store.derived("tell"),
  await store.derived("compare"),
];

describe("a story that grows", () => {
  it("has the same records as one made at once, and as one made again", async () => {
    const stages = installedStages();
    const [grown, whole] = [
      { store: memoryStore(), stages },
      { store: memoryStore(), stages },
    ];
    for (const number of [2, 0, 3, 1]) await add(grown, found(number));
    await add(whole, found(0, 1, 2, 3));
    const records = await recordsOf(grown);
    expect(records).toEqual(await recordsOf(whole));
    await rebuild(grown);
    expect(await recordsOf(grown)).toEqual(records);
  });

  it("forgets an article that is set aside, and finds it again", async () => {
    const workshop = { store: memoryStore(), stages: installedStages() };
    await add(workshop, found(0, 1, 2));
    const id = `a-${contentHash(new TextEncoder().encode(wire)).slice(0, 12)}`;
    const judgement = { subjects: [id], value: null, who: "an analyst", when: "2031-06-11T08:00:00Z", why: null };
    const before = await workshop.store.derived("trace");
    await judge(workshop, { ...judgement, id: "j1", kind: "reject" });
    expect((await workshop.store.derived("trace")).get("story")).not.toContain(`"${id}"`);
    await judge(workshop, { ...judgement, id: "j2", kind: "accept" });
    expect(await workshop.store.derived("trace")).toEqual(before);
  });

  it("comes out the same in a process that stays and remembers, whatever was added, rejected and accepted before", async () => {
    const stages = installedStages();
    const idOf = (number: number) => `a-${contentHash(new TextEncoder().encode(texts[number])).slice(0, 12)}`;
    const step = fc.record({ number: fc.nat(3), kind: fc.constantFrom("add", "add", "reject", "accept") });
    const play = async (workshop: Workshop, steps: readonly { number: number; kind: string }[], refresh: boolean) => {
      for (const [i, { number, kind }] of steps.entries()) {
        const judgement = { id: `j${i}`, subjects: [idOf(number)], value: null, who: "an analyst", why: null };
        const when = `2031-06-11T08:00:${String(i).padStart(2, "0")}Z`;
        if (kind === "add") await add(workshop, found(number));
        else await workshop.store.judge({ ...judgement, kind: kind as "reject" | "accept", when });
        if (refresh) await bringUpToDate(workshop);
      }
      await bringUpToDate(workshop);
      return Promise.all(["trace", "weigh", "tell"].map((stage) => workshop.store.derived(stage)));
    };
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 5 }), async (steps) => {
        const remembering = { store: memoryStore(), stages, memory: new Memory() };
        const records = await play(remembering, steps, true);
        expect(records).toEqual(await play({ store: memoryStore(), stages }, steps, false));
        await rebuild(remembering);
        expect(await Promise.all(["trace", "weigh", "tell"].map((s) => remembering.store.derived(s)))).toEqual(records);
      }),
      { numRuns: 8, seed: 34 },
    );
  });
});
