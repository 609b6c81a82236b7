import { describe, expect, it } from "vitest";
import { fieldsOf, notesOf } from "./notes.js";

const noted = (note: string, authors: readonly string[] = []) =>
  fieldsOf(
    notesOf(
      [
        { text: "The pier was closed on Tuesday, the harbour master said.", reason: null },
        { text: note, reason: "boilerplate" },
      ],
      authors,
    ),
  );

describe("what a text says of where it comes from", () => {
  it.each([
    ["Reuters contributed to this report.", "Reuters"],
    ["(The Associated Press contributed to this story.)", "Associated Press"],
    ["With reporting by dpa.", "dpa"],
    ["Mit Material von AFP", "AFP"],
    ["© 2031 Ferry Press Agency. All rights reserved.", "Ferry Press Agency"],
    ["Source: LNA", "LNA"],
  ])("names its agency: %s", (note, agency) => {
    expect(noted(note).agency).toBe(agency);
  });
  it("takes an agency that signs for its source, and no person", () => {
    expect(noted("Tags: ferries", ["Reuters"]).agency).toBe("Reuters");
    expect(noted("Ana Novak contributed to this report.", ["Per Holm"]).agency).toBeNull();
  });
  it.each([
    ["This article was originally published in The Ferry Post on 4 March 2031.", "The Ferry Post"],
    ["This story first appeared in the Ferry Post.", "Ferry Post"],
    ["The post Pier closes appeared first on Ferry Blog.", null],
    ["This story first appeared on Harbour Weekly.", "Harbour Weekly"],
    ["Republished from The Strait under a Creative Commons licence.", "The Strait"],
    ["Dieser Text erschien zuerst in der Fährpost.", "Fährpost"],
    ["Publicado originalmente en El Puerto.", "El Puerto"],
    ["This article was originally published on 4 March 2031.", null],
    ["This guide was first published in March 2029 and updated since.", null],
    ["It was first published in print.", null],
  ])("names where it came out first: %s", (note, publication) => {
    expect(noted(note).firstPublishedIn).toBe(publication);
  });
  it.each([
    ["Automatic translation from Norwegian. No liability for errors.", "Norwegian"],
    ["Translated by Ana Novak from the Croatian", "Croatian"],
    ["Aus dem Englischen von Per Holm", "Englischen"],
    ["Traduit de l’anglais par Ana Novak", "anglais"],
    ["Traducido del inglés por Ana Novak", "inglés"],
    ["Перевод с английского", "английского"],
    ["The pamphlet was translated from page to screen", null],
  ])("names the language it was translated from: %s", (note, language) => {
    expect(noted(note).translatedFrom).toBe(language);
  });
  it("stays fast on lines of nothing but its own words", () => {
    const started = performance.now();
    for (const word of ["first published in ", "translated ", "with reporting by A", "© ", "contributed to this "])
      notesOf(
        Array.from({ length: 300 }, () => ({ text: word.repeat(20).slice(0, 399), reason: "boilerplate" as const })),
      );
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
