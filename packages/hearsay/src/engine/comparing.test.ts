import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contentHash } from "../model/index.js";
import { comparePart, planComparing } from "./comparing.js";
import { bringUpToDate, type Workshop } from "./engine.js";
import { Memory } from "./memory.js";
import { keepFound, readArticles, unread } from "./parts.js";
import type { Found } from "./ports.js";
import { installedStages } from "./stages.js";
import { memoryStore } from "./testing/memory.js";

const sentences = [
  "A crane fell onto the quay at Fort Alder on Monday night and killed 4 dockers, the port authority said.",
  "The crane, built in 1987, had been inspected in March, said harbour master Ilka Brandes.",
  "Work at all 6 berths has stopped until Thursday, and 3 ferries were sent on to Lower Sallow.",
  "The dockers' union called a strike for Friday and demanded that the 11 other cranes be closed at once.",
  "Rosa Quint, whose brother drove the crane, said that he had told her the brakes were bad.",
  "The transport ministry sent two inspectors from Carrow, who will question the makers, Westmark Hoists.",
];
/** Articles that share some of their sentences, each with something of its own. */
const text = (n: number): string =>
  [...sentences.filter((_, i) => (n >> i) % 2 === 0), `Reader ${n} of Dalby wrote ${n + 20} letters about it.`].join(
    "\n\n",
  );

async function* found(count: number): AsyncGenerator<Found> {
  for (let n = 0; n < count; n++) {
    const bytes = new TextEncoder().encode(text(n));
    const place = `${n}.txt`;
    yield { capture: { hash: contentHash(bytes), place, retrieved: "2031-06-10T08:00:00Z", bytes }, diagnostics: [] };
  }
}

const stages = installedStages();
async function read(count: number): Promise<Workshop> {
  const workshop = { store: memoryStore(), stages };
  await keepFound(workshop, found(count));
  await readArticles(
    workshop,
    (await unread(workshop)).map(({ hash }) => hash),
  );
  return workshop;
}
const reportOf = async ({ store }: Workshop) => [await store.derived("tell"), await store.derived("trace")];

describe("comparing in parts", () => {
  it("gives what one process gives, whoever does which part, how often and in whatever order", async () => {
    const count = 30;
    const alone = await read(count);
    await bringUpToDate(alone);
    const expected = await reportOf(alone);
    const done = fc.array(fc.tuple(fc.nat(2), fc.nat(1)), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(done, fc.boolean(), async (steps, stays) => {
        const workshop = await read(count);
        const desks = [new Memory(), new Memory()].map((memory) => (stays ? { ...workshop, memory } : workshop));
        const planned = await planComparing(desks[0]!);
        expect(planned.left).toBeGreaterThan(300);
        for (const [part, who] of steps) await comparePart(desks[who]!, part, 3);
        const rest = await planComparing(desks[0]!);
        expect(rest.version).toBe(planned.version);
        expect(rest.left).toBeLessThan(planned.left);
        if (new Set(steps.map(([part]) => part)).size === 3) expect(rest.left).toBe(0);
        await bringUpToDate(desks[1]!);
        expect(await reportOf(workshop)).toEqual(expected);
      }),
      { numRuns: 3 },
    );
  }, 120_000);

  it("plans nothing twice, and of nothing nothing", async () => {
    const empty = { store: memoryStore(), stages };
    expect((await planComparing(empty)).left).toBe(0);
    const workshop = await read(4);
    expect((await planComparing(workshop)).left).toBe(6);
    const index = await workshop.store.derived("index");
    expect((await planComparing(workshop)).left).toBe(6);
    expect(await workshop.store.derived("index")).toEqual(index);
    await comparePart(workshop, 0, 1);
    expect((await planComparing(workshop)).left).toBe(0);
  }, 60_000);
});
