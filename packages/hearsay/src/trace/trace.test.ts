import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fingerprint, type TraceInput, trace } from "./index.js";

const wire = `PORT ELLERY, May 3 (NPA) - A freighter carrying 1,900 tonnes of fertiliser ran aground on the Sallow Bank before dawn on Tuesday, the coastguard said, closing the only channel into Port Ellery.

The Brisa Lenta lost steering at 03:40 after a fire in her engine room, Captain Odile Marchetti told the harbour board. None of the 17 crew were hurt, although two were treated for smoke at St Brannoc's hospital.

Two tugs from Holm failed to shift her on the morning tide. A third, the Gallant, is due from Carrow on Thursday, harbour master Piotr Vasey said.

Salvors fear that her fuel tanks, which hold 240 tonnes of heavy oil, may rupture if she settles further on the ebb.

Growers on the Ellery flats were waiting for the cargo. The co-operative has nine days of stock left, its chairwoman Ines Tolland said, and cannot buy elsewhere before June.

The channel was last closed in 2009, when the dredger Patient Anna sank off the bar and stayed there for six weeks.`;

const copy = `Freighter blocks Ellery channel

${wire.split("\n\n").slice(1, 5).join("\n\n")}

(c) 2031 Northern Press Agency`;

const spun = `A cargo vessel hauling 1,900 tonnes of compost ran ashore on the Sallow Bank before daybreak on Tuesday, the lifeboatmen said, shutting the only passage into Port Ellery.

The Brisa Lenta mislaid guiding at 03:40 after a blaze in her motor chamber, Captain Odile Marchetti informed the haven panel. None of the 17 hands were wounded, although two were handled for fumes at St Brannoc's infirmary.

Two pullers from Holm flunked to budge her on the forenoon tide. A third, the Gallant, is owing from Carrow on Thursday, haven boss Piotr Vasey said.

Salvagers dread that her petrol cisterns, which grip 240 tonnes of weighty grease, may burst if she sinks farther on the ebb.

Cultivators on the Ellery apartments were anticipating for the freight. The collective has nine days of supply left, its president Ines Tolland said, and cannot purchase elsewhere before June.`;

const rewrite = `Nobody will get in or out of Port Ellery by sea for a while. The Brisa Lenta, with 1,900 tonnes of fertiliser on board, has been sitting on the Sallow Bank since before sunrise on Tuesday.

Captain Odile Marchetti says the steering went at 03:40, when the engine room caught fire; all 17 of her crew are fine, bar two whose lungs the doctors at St Brannoc's had a look at.

Holm sent two tugs, which could not move her at high water. Now everyone is waiting for the Gallant, which leaves Carrow and should be there on Thursday, according to Piotr Vasey, who runs the harbour.

There are 240 tonnes of heavy oil in the tanks, and if she settles on the ebb the salvage people think those could split.

For farmers on the Ellery flats it is the cargo that counts: Ines Tolland's co-operative has stock for nine days and no other seller until June.`;

const independent = `Crowds stood on the sea wall at Port Ellery all Tuesday to look at the ship. From there she seems to lean on the horizon like a dropped toy.

"I heard her horn at about a quarter to four and thought it was the fog signal," said Marguerite Osei, who keeps the tea stall under the light. By breakfast her queue went round the bollards.

Piotr Vasey, the harbour master, would not guess how long it will take. His office had 60 calls before noon, most of them from the ferry company, which has put its passengers on coaches to Holm.

The school on Fore Street let its pupils watch from the roof. A boy of eight told me she had come to visit his grandfather, who was drowned in the same place.`;

const host = `Our harbour diary: what the week brought

The regatta committee met on Monday and chose the blue course again, to nobody's surprise. Entries close on the 20th and the fee is unchanged, although juniors now race for nothing. The slipway by the ice house will be resurfaced in autumn, if the council keeps its word this time round.

Two tugs from Holm failed to shift her on the morning tide. A third, the Gallant, is due from Carrow on Thursday, harbour master Piotr Vasey said.

Salvors fear that her fuel tanks, which hold 240 tonnes of heavy oil, may rupture if she settles further on the ebb.

Meanwhile the swans are back on the mill pond with six young. Anyone who has lost a grey dinghy with one oar should ask at the chandler's, where it has been tied up since Sunday night. The winter talks were well attended and the treasurer reports a small surplus, which will go to the lamp fund. Next month we shall print the photographs from the lantern parade, for which more than forty readers have already written in.`;

const citing = `Insurers are counting what the closed channel may cost. The Ellery Sentinel reported on Tuesday that schools had let pupils watch from the roof, which tells you how long people expect to wait.

Brokers in Carrow spoke of a claim near 11 million. The underwriters' own surveyor has yet to leave the capital.`;

const story: TraceInput[] = [
  { id: "a-wire", text: wire, date: "2031-05-03T07:10", outlet: "Northern Press Agency" },
  { id: "b-copy", text: copy, date: "2031-05-03T19:00", outlet: "Carrow Evening Post" },
  { id: "c-spun", text: spun, date: null, outlet: "NewsBlast99" },
  { id: "d-rewrite", text: rewrite, date: "2031-05-05", outlet: "Tideline" },
  { id: "e-street", text: independent, date: "2031-05-03T21:00", outlet: "Ellery Sentinel" },
  { id: "f-diary", text: host, date: "2031-05-07", outlet: "Harbour Diary" },
  { id: "g-money", text: citing, date: "2031-05-06", outlet: "Ledger Weekly" },
];
const traced = trace(story.map(fingerprint)).output;
const between = (derived: string, source: string) =>
  traced.derivations.find((d) => d.derived === derived && d.source === source);

describe("trace", () => {
  it("finds the copy and that it credits its source", () => {
    const edge = between("b-copy", "a-wire");
    expect(edge?.kind).toBe("copy");
    expect(edge?.direction).toBe("known");
    expect(edge?.reasons).toContain("credits Northern Press Agency");
  });
  it("finds the spun copy though its content words are gone and it has no date", () => {
    expect(between("c-spun", "a-wire")?.kind).toBe("spun");
  });
  it("finds the rewrite by its facts", () => {
    expect(between("d-rewrite", "a-wire")?.kind).toBe("rewrite");
  });
  it("finds the excerpt in a piece of its own", () => {
    expect(between("f-diary", "a-wire")?.kind).toBe("excerpt");
  });
  it("resolves a named outlet to its article", () => {
    const edge = between("g-money", "e-street");
    expect(edge?.kind).toBe("cites");
    expect(edge?.passages[0]?.derived.text).toContain("The Ellery Sentinel reported");
  });
  it("leaves an independent report of the same event alone", () => {
    expect(traced.derivations.filter((d) => d.derived === "e-street" || d.source === "e-street")).toHaveLength(1);
  });
  it("has one origin for the wire and what was made of it, and one for each voice of its own", () => {
    expect(traced.origins.map((o) => o.articles)).toEqual([
      ["a-wire", "b-copy", "c-spun", "d-rewrite"],
      ["e-street"],
      ["f-diary"],
      ["g-money"],
    ]);
  });
  it("cuts every passage from the texts it names", () => {
    const texts = new Map(story.map(({ id, text }) => [id, text]));
    for (const { passages } of traced.derivations)
      for (const quote of passages.flatMap((p) => [p.derived, ...(p.source ? [p.source] : [])]))
        expect(texts.get(quote.article)?.slice(quote.start, quote.end)).toBe(quote.text);
  });
  it("answers the same in any order", () => {
    const prints = story.map(fingerprint);
    fc.assert(
      fc.property(fc.shuffledSubarray(prints, { minLength: prints.length }), (shuffled) => {
        expect(trace(shuffled).output).toEqual(traced);
      }),
      { numRuns: 10 },
    );
  });
  it("answers the same however the articles came, one by one or all at once, some gone again", () => {
    const prints = story.map(fingerprint);
    const whole = trace(prints);
    fc.assert(
      fc.property(fc.shuffledSubarray(prints, { minLength: prints.length }), fc.nat(), (shuffled, seed) => {
        let known = new Map() as ReturnType<typeof trace>["compared"];
        for (let size = 1 + (seed % 3); size <= shuffled.length; size += 1 + (seed % 2))
          known = JSON.parse(JSON.stringify([...trace(shuffled.slice(0, size), new Map(known)).compared]));
        const last = trace(shuffled, new Map(known));
        expect(last.output).toEqual(whole.output);
        expect([...last.compared].sort()).toEqual([...whole.compared].sort());
        const fewer = shuffled.slice(1);
        expect(trace(fewer, whole.compared)).toEqual(trace(fewer));
      }),
      { numRuns: 12 },
    );
  });

  it("compares with one article more only what that one shares something with", () => {
    let state = 1;
    const next = (below: number): number => {
      state = (Math.imul(state, 1103515245) + 12345) >>> 0;
      return (state >>> 8) % below;
    };
    const word = (n: number): string => `${"bcdfghklmnprst"[n % 14]}o${"lnrst"[n % 5]}${n.toString(36)}`;
    const told = (): string => Array.from({ length: 90 }, () => word(next(900))).join(" ");
    const shared = Array.from({ length: 20 }, told);
    const prints = Array.from({ length: 40 }, (_, i) => {
      const text = `${told()} ${shared[i % 20]!.slice(0, 200)}`;
      return fingerprint({ id: `t${i}`, text, date: null, outlet: null });
    });
    const before = trace(prints.slice(0, -1)).compared;
    const after = trace(prints, before).compared;
    const anew = [...after].flatMap(([later, partners]) =>
      Object.keys(partners)
        .filter((earlier) => before.get(later)?.[earlier] !== partners[earlier])
        .map((earlier) => [earlier, later]),
    );
    expect(before.size).toBeGreaterThan(10);
    expect(anew.filter((pair) => !pair.includes("t39"))).toEqual([]);
  });

  it("compares again what was read anew", () => {
    const prints = story.map(fingerprint);
    const known = trace(prints).compared;
    const other = fingerprint({ ...story[1]!, text: independent });
    const changed = prints.map((print) => (print.id === other.id ? other : print));
    expect(trace(changed, known)).toEqual(trace(changed));
  });

  it("takes fingerprints that were stored as JSON", () => {
    const stored = JSON.parse(JSON.stringify(story.map(fingerprint)));
    expect(trace(stored).output).toEqual(traced);
  });
  it("leaves the direction open, in id order, when nothing tells which came first", () => {
    const twins = ["x", "y"].map((id) => fingerprint({ id, text: wire, date: null, outlet: null }));
    const [edge] = trace(twins).output.derivations;
    expect(edge).toMatchObject({ derived: "y", source: "x", kind: "copy", direction: "open", score: 1 });
  });
  it("reports an id given twice and goes on", () => {
    const [one] = story.map(fingerprint);
    const { diagnostics, output } = trace([one!, one!]);
    expect(diagnostics.map((d) => d.code)).toEqual(["trace.repeated-id"]);
    expect(output.origins).toHaveLength(1);
  });
  it("bears empty and shapeless texts", () => {
    const odd = ["", " ", "\n\n", "1 2 3", "a".repeat(5000), "\ud800 broken"].map((text, i) =>
      fingerprint({ id: `o${i}`, text, date: "not a date", outlet: "" }),
    );
    expect(trace(odd).output.derivations).toEqual([]);
  });

  it("takes two flashes on one event for two, and one flash twice for one", () => {
    const flash = (id: string, text: string) =>
      fingerprint({ id, text, date: `2031-05-0${id === "a" ? 7 : 9}`, outlet: id });
    const fire = "Fourteen workers were killed in the Belmar refinery fire.";
    const later = "Seventeen workers were killed in the Belmar refinery fire, the hospital said on Friday.";
    expect(trace([flash("a", fire), flash("b", later)]).output.derivations).toEqual([]);
    expect(trace([flash("a", later), flash("b", later)]).output.derivations).toHaveLength(1);
  });

  it("takes a list of the same names for no copying", () => {
    const names =
      "Ana Novak, Piotr Vasey, Odile Marchetti, Ines Tolland, Pablo Ibarra, Ewa Zielinska and Lucia Ferrand";
    const input = (id: string, text: string) =>
      fingerprint({ id, text, date: `2031-05-0${id === "a" ? 7 : 9}`, outlet: id });
    const a = `The harbour poll has nobody ahead. On the ballot are ${names}. Rain is forecast for the weekend, and the ferries will be full of pilgrims.`;
    const b = `Ballots were printed on Monday in a cellar behind the town hall. The candidates: ${names}. A judge has still to rule on the posters along the quay.`;
    expect(trace([input("a", a), input("b", b)]).output.derivations).toEqual([]);
  });
});

describe("many articles of one day", () => {
  const pieces = wire.split("\n\n");

  it("never go back to themselves, however they share their passages", () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 63 }), fc.boolean()), { minLength: 3, maxLength: 7 }),
        (made) => {
          const articles = made.map(([mask, dated], i) =>
            fingerprint({
              id: `d${i}`,
              text: pieces.filter((_, k) => (mask >> k) & 1).join("\n\n"),
              date: dated ? "2031-05-04" : null,
              outlet: `O${i}`,
            }),
          );
          const { derivations } = trace(articles).output;
          const sources = (id: string) => derivations.filter((d) => d.derived === id).map((d) => d.source);
          for (const { id } of articles) {
            const before = new Set(sources(id));
            for (const one of before) if (one !== null) for (const more of sources(one)) before.add(more);
            expect(before.has(id)).toBe(false);
          }
        },
      ),
      { seed: 7, numRuns: 60 },
    ));

  it("have one main source and at most two that may as well be it", () => {
    const copies = Array.from({ length: 10 }, (_, i) =>
      fingerprint({
        id: `c${i}`,
        text: pieces.filter((_, k) => k === 0 || (k + i) % 4 !== 0).join("\n\n"),
        date: "2031-05-04",
        outlet: `O${i}`,
      }),
    );
    const { derivations } = trace(copies).output;
    const many = copies.map(({ id }) => derivations.filter((d) => d.derived === id && d.source !== null).length);
    expect(Math.max(...many)).toBeLessThanOrEqual(3);
  });
});
