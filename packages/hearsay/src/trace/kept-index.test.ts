import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { earlierOnes } from "./candidates.js";
import type { Asking, Indexed, KeptIndex } from "./index-records.js";
import { keptIndex } from "./kept-index.js";
import { type SearchLimits, searchLimits } from "./seed-index.js";

/** Records as a store keeps them. */
class Shelf {
  readonly records = new Map<string, string>();
  asked = 0;
  run(work: Asking<KeptIndex>): KeptIndex {
    let step = work.next();
    while (!step.done) {
      this.asked += step.value.length;
      const bodies = step.value.flatMap((key) =>
        this.records.has(key) ? [[key, this.records.get(key)!] as const] : [],
      );
      step = work.next(new Map(bodies));
    }
    return step.value;
  }
  keep(index: KeptIndex): KeptIndex {
    for (const [key, body] of index.records) this.records.set(key, body);
    return index;
  }
}

const article = (id: string, order: string, seeds: readonly number[]): Indexed => ({
  ...{ id, order, mark: contentOf(seeds) },
  seeds: () => [...new Set(seeds)].sort((x, y) => x - y),
});
const contentOf = (seeds: readonly number[]): string => seeds.join(",");

/** What a search of these articles alone, one by one, finds. */
function fresh(articles: readonly Indexed[], limits: SearchLimits) {
  const key = ({ order, id }: Indexed) => `${order} ${id}`;
  const sorted = [...articles].sort((x, y) => (key(x) < key(y) ? -1 : 1));
  const lists = earlierOnes(
    sorted.map((one) => one.seeds()),
    limits,
  );
  return new Map(sorted.map(({ id }, i) => [id, lists[i]!.map(({ other }) => sorted[other]!.id)]));
}

/** Small enough that every bound is met with a dozen articles. */
const narrow: SearchLimits = { perArticle: 3, commonSeed: 5, heads: 2, minWeight: 600, few: 0 };

describe("the index that is kept", () => {
  const seed = fc.oneof(fc.nat(5), fc.nat(40), fc.nat(2 ** 26 - 1));
  const some = fc.record({ order: fc.nat(4), seeds: fc.array(seed, { maxLength: 14 }) });
  const step = fc.record({ which: fc.nat(29), here: fc.boolean(), order: fc.option(fc.nat(4), { freq: 8 }) });
  it("finds what a search of the same articles finds, whatever came and went before, in whatever order", () => {
    fc.assert(
      fc.property(
        fc.array(some, { minLength: 30, maxLength: 30 }),
        fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 25 }),
        fc.constantFrom(
          narrow,
          { ...narrow, heads: 3, commonSeed: 3, perArticle: 2 },
          { ...narrow, minWeight: 20, few: 4 },
        ),
        (made, steps, limits) => {
          const all = made.map(({ order, seeds }, i) => article(`a${i}`, String(order), seeds));
          const shelf = new Shelf();
          const here = new Map(all.slice(0, 15).map((one) => [one.id, one]));
          for (const changes of [[], ...steps]) {
            for (const { which, here: comes, order } of changes) {
              const one = all[which]!;
              if (comes) here.set(one.id, order === null ? one : article(one.id, String(order), made[which]!.seeds));
              else here.delete(one.id);
            }
            const { earlier } = shelf.keep(shelf.run(keptIndex([...here.values()], all, "v", limits)));
            expect(new Map([...earlier].sort())).toEqual(new Map([...fresh([...here.values()], limits)].sort()));
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  const like = (i: number, own = 300): Indexed =>
    article(
      `a${String(i).padStart(5, "0")}`,
      "",
      Array.from({ length: own }, (_, n) => (n < 20 ? n * 31 : (i * 7919 + n * 104729) % 2 ** 26)),
    );

  it("asks for the rows of what has come, and searches for no other", () => {
    const shelf = new Shelf();
    const many = Array.from({ length: 400 }, (_, i) => like(i));
    shelf.keep(shelf.run(keptIndex(many, [], "v")));
    shelf.asked = 0;
    let read = 0;
    const watched = many.map((one) => ({
      ...one,
      seeds: () => {
        read++;
        return one.seeds();
      },
    }));
    const { records, searched } = shelf.run(keptIndex([...watched, like(400)], [], "v"));
    expect([read, searched]).toEqual([0, 1]);
    expect(shelf.asked).toBeLessThan(shelf.records.size);
    expect(records.size).toBeLessThan(shelf.records.size);
    expect(shelf.run(keptIndex(many, [], "v")).records.size).toBe(0);
  });

  it("takes no record of another state, as of two processes that wrote at once", () => {
    const shelf = new Shelf();
    const many = Array.from({ length: 40 }, (_, i) => like(i));
    shelf.keep(shelf.run(keptIndex(many, [], "v")));
    const [one, other] = [like(40), like(41)];
    const byBoth = [one, other].map((more) => shelf.run(keptIndex([...many, more], [], "v")));
    for (const index of byBoth) shelf.keep(index);
    const all = [...many, one, other];
    expect(shelf.keep(shelf.run(keptIndex(all, [], "v"))).earlier).toEqual(fresh(all, searchLimits));
    expect(shelf.run(keptIndex([...all, like(42)], [], "v")).earlier).toEqual(fresh([...all, like(42)], searchLimits));
  });

  it("is made anew when what makes the seeds has changed, or records are gone", () => {
    const shelf = new Shelf();
    const many = Array.from({ length: 20 }, (_, i) => like(i));
    shelf.keep(shelf.run(keptIndex(many, [], "v")));
    expect(shelf.run(keptIndex(many, [], "w")).records.size).toBe(shelf.records.size);
    shelf.records.delete("lists 0");
    expect(shelf.run(keptIndex(many, [], "v")).earlier).toEqual(fresh(many, searchLimits));
  });
});
