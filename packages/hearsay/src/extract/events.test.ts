import { describe, expect, it } from "vitest";
import { annotate } from "../annotate/index.js";
import { type Article, type Event, plainArticle } from "../model/index.js";
import { ploverCode } from "./events/codes.js";
import { findEvents } from "./events.js";
import { findStatements } from "./statements.js";

function articleOf(text: string, published: string | null = "2033-05-20"): Article {
  return plainArticle({ id: "a1", published, text, file: "a1.txt" });
}

function eventsIn(text: string, published?: string): readonly Event[] {
  const article = articleOf(text, published);
  const annotation = annotate(article).output;
  return findEvents(article, annotation, findStatements(article, annotation));
}

const brief = (event: Event): string =>
  `${event.who?.name ?? "?"} ${event.type} ${event.whom?.name ?? "?"} (${event.mode})`;
const briefs = (text: string, published?: string): readonly string[] => eventsIn(text, published).map(brief);

describe("who did what to whom", () => {
  it.each([
    ["French troops attacked a rebel base on Monday.", "French troops ASSAULT rebel base (asserted)"],
    ["The rebel base was shelled by French troops.", "French troops ASSAULT rebel base (asserted)"],
    ["Norway imposed sanctions on Belarus.", "Norway COERCE Belarus (asserted)"],
    ["Norway lifted its sanctions on Belarus.", "Norway RETREAT Belarus (asserted)"],
    ["Norway suspended military aid to Belarus.", "Norway SANCTION Belarus (asserted)"],
    ["Norway sent food aid to Belarus.", "Norway AID Belarus (asserted)"],
    ["Canada rejected an offer from Denmark.", "Canada REJECT Denmark (asserted)"],
    ["Canada condemned Denmark.", "Canada ACCUSE Denmark (asserted)"],
    ["Canada held talks with Denmark.", "Canada CONSULT Denmark (asserted)"],
    ["Canada expelled two diplomats of Denmark.", "Canada SANCTION two diplomats of Denmark (asserted)"],
  ])("%s", (text, expected) => expect(briefs(text)).toContain(expected));

  it("reads light verbs with their event noun", () => {
    const [event] = eventsIn("The army launched an attack on Khartoum.");
    expect(event).toMatchObject({ type: "ASSAULT", who: { name: "army" }, whom: { name: "Khartoum" } });
  });

  it("needs no other side for what is turned down or yielded", () => {
    expect(briefs("The ministry refused 18 million crowns to bury the cable.")).toEqual([
      "ministry REJECT ? (asserted)",
    ]);
    expect(briefs("Peru withdrew from a treaty.")).toEqual(["Peru REJECT ? (asserted)"]);
    expect(briefs("Peru reopened the border.")).toEqual(["Peru CONCEDE ? (asserted)"]);
  });

  it("takes no notice for a gift", () => {
    expect(briefs("Peru gave Chile notice of the test.")).toEqual(["Peru CONSULT Chile (asserted)"]);
  });

  it("splits two sides that act together", () => {
    const [event] = eventsIn("Peru and Chile signed a treaty.");
    expect(event).toMatchObject({ type: "SUPPORT", who: { name: "Peru" }, whom: { name: "Chile" } });
  });

  it("turns round what the subject suffers", () => {
    expect(briefs("Chile faces criticism from Peru.")).toContain("Peru ACCUSE Chile (asserted)");
  });

  it("takes no date line for a side", () => {
    expect(briefs("LIMA, May 4 (LNA) - Chile condemned Bolivia.")).toContain("Chile ACCUSE Bolivia (asserted)");
  });

  it("has the speaker refuse what is said not to come", () => {
    const [event] = eventsIn('"There will be no visit," President Ana Torres told reporters.');
    expect(event).toMatchObject({ type: "REJECT", who: { name: expect.stringContaining("Torres") } });
  });

  it("reads a conditional refusal as a threat", () => {
    const found = eventsIn("Chile will no longer honour the treaty unless the border is opened.");
    expect(found.map((event) => event.type)).toContain("THREATEN");
  });

  it("gives an event no date from another clause", () => {
    const found = eventsIn("Chile, which joined the union in 2011, condemned Bolivia.");
    expect(found.find((event) => event.type === "ACCUSE")?.when).toBeNull();
  });

  it("leaves out what is no event between actors", () => {
    expect(eventsIn("The heavy rain hit harvests and prices rose.")).toEqual([]);
    expect(eventsIn("The team beat expectations.")).toEqual([]);
  });
});

describe("mode", () => {
  it.each([
    ["Poland will withdraw its troops from Iraq.", "RETREAT", "planned"],
    ["Poland did not attack Iraq.", "ASSAULT", "denied"],
    ["Poland could attack Iraq.", "ASSAULT", "hypothetical"],
    ["If Poland attacks Iraq, prices will rise.", "ASSAULT", "hypothetical"],
    ["Poland denied attacking Iraq.", "ASSAULT", "denied"],
    ["Poland attacked Iraq in 2003.", "ASSAULT", "historical"],
  ])("%s", (text, type, mode) => {
    expect(eventsIn(text).find((event) => event.type === type)?.mode).toBe(mode);
  });

  it("takes a refusal to act for a refusal", () => {
    expect(briefs("Poland will not release prisoners.")[0]).toContain("Poland REJECT");
  });
});

describe("PLOVER codes", () => {
  it("codes intentions as AGREE or THREATEN, demands as REQUEST", () => {
    expect(ploverCode({ type: "AID", mode: "planned" })).toBe("AGREE");
    expect(ploverCode({ type: "ASSAULT", mode: "planned" })).toBe("THREATEN");
    expect(ploverCode({ type: "RETREAT", mode: "demanded" })).toBe("REQUEST");
    expect(ploverCode({ type: "ASSAULT", mode: "denied" })).toBe("ASSAULT");
  });
});

it("gives spans that hold the trigger, and the same events twice", () => {
  const text = "Canada condemned Denmark on Tuesday. It later met Danish officials in Oslo.";
  const first = eventsIn(text);
  for (const event of first) {
    expect(event.start).toBeLessThanOrEqual(event.trigger.start);
    expect(event.end).toBeGreaterThanOrEqual(event.trigger.end);
  }
  expect(eventsIn(text)).toEqual(first);
});

describe("how and when it is meant", () => {
  it.each([
    ["Peru didn’t attack Chile.", "denied"],
    ["Peru pressed Chile to release the hostages.", "demanded"],
    ["Teachers called on Peru to release the hostages.", "demanded"],
    ["It is unclear whether Peru will attack Chile.", "hypothetical"],
    ["The ministers of Peru and Chile are due to meet in Lima.", "planned"],
  ])("%s → %s", (text, mode) => expect(eventsIn(text).map((event) => event.mode)).toContain(mode));

  it("dates by its own words, not those of a name or of what it is about", () => {
    expect(eventsIn("Peru and Chile agreed to a truce starting on Thursday.")[0]?.when).toBeNull();
    expect(eventsIn("Peru rejected the 1987 Lima Treaty.")[0]?.when).toBeNull();
  });
});
