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
