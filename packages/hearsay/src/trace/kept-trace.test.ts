import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Compared } from "./compared.js";
import { cardOf, type Fingerprint, fingerprint } from "./fingerprint.js";
import { type KeptTrace, traceKept } from "./kept-trace.js";
import type { SearchLimits } from "./seed-index.js";
import { trace } from "./trace.js";

const sentences = [
  "The ferry Aldis struck the breakwater at Sund harbour shortly after 6 on Monday morning with 214 people aboard.",
  "Harbour master Ilka Brandes said the pilot had reported a rudder failure two minutes before the impact.",
  "Three crew members were taken to the Holm clinic and the slip was closed to traffic until Wednesday.",
  "The owner, Nordlinie, had the steering gear inspected in Gdynia in March and called the report clean.",
  "Union leader Tore Wik demanded that all 9 sister ships stay in port until the gear was stripped down.",
  "As the Sund Courier first reported, an engineer had warned of worn bearings in a letter of 4 February.",
  "Passengers described a long grinding noise, then a blow that threw trolleys across the car deck.",
  "The transport ministry in Holm will send two inspectors and expects a first account within ten days.",
  "Divers found a crack of 40 centimetres under the waterline and pumped foam into the forward tank.",
  "Ticket holders can change to the Rask line, which put on 3 extra crossings through the weekend.",
];
const outlets = ["Sund Courier", "Holm Post", null];

/** What may be in the set: copies, cuts and merges of few sentences, some dated and some naming one another. */
const draft = fc.record({
  parts: fc.uniqueArray(fc.nat(sentences.length - 1), { minLength: 2, maxLength: 7 }),
  day: fc.option(fc.integer({ min: 1, max: 9 })),
  outlet: fc.constantFrom(...outlets),
});
const step = fc.record({
  which: fc.nat(15),
  here: fc.boolean(),
  day: fc.option(fc.integer({ min: 1, max: 9 }), { freq: 6 }),
});

/** So narrow that a dozen articles meet every bound. */
const limits: SearchLimits = { perArticle: 4, commonSeed: 5, heads: 2, minWeight: 600, few: 3 };

class Shelf {
  readonly records = new Map<string, string>();
  compared: Compared = new Map();
  run(articles: readonly Fingerprint[], gone: readonly Fingerprint[], version = "v"): KeptTrace {
    const work = traceKept(articles, { compared: this.compared, gone }, version, limits);
    let step = work.next();
    while (!step.done) {
      const known = step.value.filter((key) => this.records.has(key));
      step = work.next(new Map(known.map((key) => [key, this.records.get(key)!])));
    }
    for (const [key, body] of step.value.records) this.records.set(key, body);
    this.compared = JSON.parse(JSON.stringify([...this.compared, ...step.value.compared]), undefined).reduce(
      (map: Map<string, never>, [id, partners]: [string, never]) => map.set(id, partners),
      new Map(),
    );
    return step.value;
  }
}

describe("a lineage that is kept and grows", () => {
  it("is the one of the same articles traced at once, whatever came, went and was dated anew before", () => {
    const printed = (i: number, parts: readonly number[], day: number | null, outlet: string | null): Fingerprint => {
      const text = `${parts.map((part) => sentences[part]).join(" ")} Copy ${i} of this page was set by hand.`;
      const date = day === null ? null : `2031-05-0${day}`;
      const print = fingerprint({ id: `a-${String(i).padStart(2, "0")}`, text, date, outlet });
      return i % 2 === 0 ? print : { ...cardOf(print), text };
    };
    fc.assert(
      fc.property(
        fc.array(draft, { minLength: 16, maxLength: 16 }),
        fc.array(fc.array(step, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 5 }),
        (drafts, steps) => {
          const all = drafts.map(({ parts, day, outlet }, i) => printed(i, parts, day, outlet));
          const here = new Map(all.slice(0, 10).map((one) => [one.id, one]));
          const shelf = new Shelf();
          for (const changes of [[], ...steps]) {
            for (const { which, here: comes, day } of changes) {
              const { parts, outlet } = drafts[which]!;
              const one = day === null ? all[which]! : printed(which, parts, day, outlet);
              if (comes) here.set(one.id, one);
              else here.delete(one.id);
            }
            const now = [...here.values()].reverse();
            const { output, compared } = shelf.run(now, all);
            const alone = trace([...here.values()], new Map(), limits);
            expect(output).toEqual(alone.output);
            expect([...compared].sort()).toEqual([...alone.compared].sort());
          }
        },
      ),
      { numRuns: 5, seed: 44 },
    );
  }, 120_000);

  it("takes nothing that another version counted, and writes nothing when nothing has changed", () => {
    const shelf = new Shelf();
    const prints = [0, 2, 4].map((from) =>
      fingerprint({ id: `a-${from}`, text: sentences.slice(from, from + 5).join(" "), date: null, outlet: null }),
    );
    const first = shelf.run(prints, []);
    expect(shelf.run(prints, []).records.size).toBe(0);
    expect(shelf.run(prints, [], "w").records.size).toBe(first.records.size);
  });
});
