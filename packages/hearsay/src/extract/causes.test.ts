import { parse } from "@hearsay/english";
import { describe, expect, it } from "vitest";
import { type Annotation, type Article, plainArticle, type Statement } from "../model/index.js";
import { findCauses } from "./causes.js";

const article = (text: string): Article => plainArticle({ id: "a", text });
const annotation = (text: string): Annotation => ({
  article: "a",
  sentences: parse(text),
  mentions: [],
  entities: [],
  moments: [],
  amounts: [],
  quotations: [],
});
const find = (text: string, statements: readonly Statement[] = []) =>
  findCauses(article(text), annotation(text), statements);
const shown = (text: string) =>
  find(text).map(({ cause, effect, sign }) => {
    return `${text.slice(cause.start, cause.end)} ${sign}> ${text.slice(effect.start, effect.end)}`;
  });

describe("findCauses", () => {
  it.each([
    ["The drought caused a shortage of bread.", "The drought +> a shortage of bread"],
    ["The new levy will undermine the fishing industry.", "The new levy -> the fishing industry"],
    ["The barrier prevented a flood.", "The barrier -> a flood"],
    ["The frost led to higher prices.", "The frost +> higher prices"],
    ["The school closed because the roof leaked.", "the roof leaked +> The school closed"],
    ["Flights were cancelled because of the storm.", "the storm +> Flights were cancelled"],
    [
      "If the pass is shut on Monday, the village will run out of flour.",
      "the pass is shut on Monday +> the village will run out of flour",
    ],
    ["The sack was too heavy to lift.", "too heavy -> lift"],
    ["The flood was a blow to the growers.", "The flood -> the growers"],
    ["A shortage of bread was caused by the drought.", "the drought +> A shortage of bread"],
  ])("%s", (text, expected) => expect(shown(text)).toContain(expected));

  it("finds nothing where nothing is said to cause anything", () => {
    expect(shown("The museum is in the old town.")).toEqual([]);
    expect(shown("")).toEqual([]);
  });

  it.each([
    "A pilot, who asked not to be named because he is still under contract, said the ferry had drifted.",
    "A clerk spoke on condition of anonymity because she feared for her post.",
  ])("why a source is unnamed brings nothing about: %s", (text) => expect(shown(text)).toEqual([]));

  it("what is asked for is not brought about by asking", () => {
    const text = "The council met, urging both ports to seek solutions and avoid further strikes.";
    expect(shown(text).filter((told) => told.startsWith("urging"))).toEqual([]);
  });

  it.each([
    "The summit, due to begin on Friday, was postponed by the hosts.",
    "The bridge is unsafe and should be closed, engineers say the risk is high.",
  ])("a base verb behind the opening words makes no cause: %s", (text) => expect(shown(text)).toEqual([]));

  it.each([
    "The ship left the port.",
    "The warship left the port.",
    "The ambulance left the hospital.",
    "The celebrity opened the store.",
    "The expedition closed the camp.",
    "The famous witness destroyed the letter.",
    "The retreat left the town.",
  ])("what people and things do is no cause: %s", (text) => expect(shown(text)).toEqual([]));

  it.each([
    "The action halted the trains.",
    "The devastation cut exports of wool.",
    "The storm left the town without power.",
  ])("what happens is: %s", (text) => expect(shown(text)).not.toEqual([]));

  it.each([
    // Verb and noun look alike: a tree of these is often wrong.
    ["A curfew stifles trade in the old town.", "A curfew -> trade in the old town"],
    [
      "Fees for wells breed resentment among shepherds, the teacher said.",
      "Fees for wells +> resentment among shepherds",
    ],
    [
      "Drought in the south forced hundreds of families to leave.",
      "Drought in the south +> hundreds of families to leave",
    ],
    // Verb and more.
    ["The pardon paved the way for a vote.", "The pardon +> a vote"],
    ["The decree put an end to years of smuggling.", "The decree -> years of smuggling"],
    ["The canal gave the northern ports a boost.", "The canal +> the northern ports"],
    ["The harvest made a truce possible.", "The harvest +> a truce"],
    ["The fence keeps shepherds from their wells.", "The fence -> shepherds from their wells"],
    // Between clauses.
    ["The ferry sank, so the islanders lost their only link.", "The ferry sank +> the islanders lost their only link"],
    ["Nobody paid the guards, and therefore the depot was robbed.", "Nobody paid the guards +> the depot was robbed"],
    [
      "The council doubled the toll, prompting hauliers to block the bridge.",
      "The council doubled the toll +> hauliers to block the bridge",
    ],
    ["The envoy said the village would stay for as long as the well held.", "the well held +> the village would stay"],
  ])("%s", (text, expected) => expect(shown(text)).toContain(expected));

  it("of the sentence before where the next says so", () => {
    const dam = "The council closed the upper gate on Monday.";
    const cause = "The council closed the upper gate on Monday";
    expect(shown(`${dam} As a result, two mills stopped.`)).toContain(`${cause} +> two mills stopped`);
    expect(shown(`${dam} That is why the mills stopped.`)).toContain(`${cause} +> the mills stopped`);
    expect(shown(`${dam} This could jeopardise the harvest, the mayor said.`)).toContain(`${cause} -> the harvest`);
    expect(find(`${dam} This could jeopardise the harvest.`)[0]).toMatchObject({ hedged: true, negated: false });
    expect(find(`${dam} This did not cause the flood.`)[0]).toMatchObject({ negated: true });
    expect(shown(`${dam} As a result of the closure, two mills stopped.`).join()).not.toContain(cause);
    for (const next of ["This is a list.", "That man led the march.", "Thus far nothing came of it."])
      expect(shown(`${dam} ${next}`), next).toEqual([]);
  });

  it("takes neither who says it nor why they are not named for a part of it", () => {
    for (const text of [
      "An official, who asked not to be named because he was not authorised to discuss it, spoke of rain.",
      "The rain fell, two shepherds complained.",
      "According to the bank, the talks may go on.",
    ])
      expect(shown(text), text).toEqual([]);
    const [relation] = shown(
      "Should the talks break down, the border will be closed, a customs officer told parliament.",
    );
    expect(relation ?? "").not.toContain("officer");
  });

  it.each(["The villagers expected a delay.", "Residents favoured the plan.", "Guests sustained the choir."])(
    "people and bodies bring nothing about by doing something: %s",
    (text) => expect(shown(text)).toEqual([]),
  );

  it("but a subject or a noun does", () => {
    expect(shown("Should it rain on Monday, the match will be postponed.")).toHaveLength(1);
    expect(shown("Due to the storm, flights were cancelled.")).toHaveLength(1);
  });

  it("tells hedges, conditions and negation", () => {
    const only = (text: string) => find(text).find((c) => text.slice(c.effect.start, c.effect.end).includes("harvest"));
    expect(only("The heat may jeopardise the harvest.")).toMatchObject({ hedged: true, sign: "-", negated: false });
    expect(only("The heat did not jeopardise the harvest.")).toMatchObject({ negated: true, hedged: false });
    expect(find("The farmers will strike if the levy rises.").some((c) => c.conditional)).toBe(true);
  });

  it("names the speaker when a statement holds the whole, else the author", () => {
    const text = "The mayor said the drought caused a shortage.";
    const at = text.indexOf("the drought");
    const statement = {
      id: "s1",
      article: "a",
      source: [{ article: "a", start: 0, end: 9 }],
      cue: [{ article: "a", start: 10, end: 14 }],
      content: [{ article: "a", start: at, end: text.length - 1 }],
      kind: "indirect",
      act: "speech",
      speaker: {
        entity: null,
        name: null,
        role: "mayor",
        affiliation: null,
        anonymous: false,
        collective: false,
        description: "The mayor",
      },
      addressee: null,
      venue: null,
      when: null,
      negated: false,
      hedged: false,
      score: 1,
    } satisfies Statement;
    expect(find(text, [statement])[0]).toMatchObject({ by: "The mayor", statement: "s1" });
    expect(find(text)[0]).toMatchObject({ by: "author", statement: null });
  });

  it("gives the same again, and spans inside the text", () => {
    const text = "Heavy rain flooded the road, leaving forty families without power, so the school stayed shut.";
    expect(find(text)).toEqual(find(text));
    for (const { cause, effect } of find(text))
      for (const part of [cause, effect]) expect(part.start < part.end && part.end <= text.length).toBe(true);
  });
});
