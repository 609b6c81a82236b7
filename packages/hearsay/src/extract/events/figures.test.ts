import { describe, expect, it } from "vitest";
import { annotate } from "../../annotate/index.js";
import { plainArticle } from "../../model/index.js";
import { findEvents } from "../events.js";
import { findStatements } from "../statements.js";

function typesIn(text: string): readonly string[] {
  const article = plainArticle({ id: "a1", text, published: "2033-05-20" });
  const annotation = annotate(article).output;
  return findEvents(article, annotation, findStatements(article, annotation)).map(({ type }) => type);
}

describe("what is no event", () => {
  it.each([
    "The scandal was destroying the reputation of the Norwegian army.",
    "Maria Lopez beat Peter Holm in the election.",
    "The president attacked Maria Lopez over taxes during the debate.",
    "Three soldiers were killed in a crash.",
    "Two people close to the bank of Norway spoke on Friday.",
    "Cotton closed at 91 cents on Friday.",
    "Norway beat Chile in the semifinal on Sunday.",
    "Maria Lopez attacked Peter Holm in the election campaign.",
    "The candidate attacked Maria Lopez on Friday.",
    "Maria Lopez suffered a heart attack in Chile.",
    "The law requires Norway to publish its accounts.",
    "Maria Lopez agreed with Peter Holm.",
    "The minister declined to comment.",
    "The ministry released a video of the meeting.",
    "The bank fired forty employees.",
    "The senator defended himself.",
    "Peter Holm takes over in May.",
    "Norway's marketing campaign in Chile drew tourists.",
    "Critics fear a legal battle between Norway and Chile.",
    "Peter Holm said we should think about it.",
  ])("%s", (text) => expect(typesIn(text)).toEqual([]));

  it.each([
    ["The army killed forty rebels in the election campaign.", "ASSAULT"],
    ["The army destroyed a bridge near Oslo.", "ASSAULT"],
    ["The minister refused to withdraw the troops.", "REJECT"],
    ["Norway agreed with Chile on a truce.", "AGREE"],
    ["The ministry released forty prisoners.", "RETREAT"],
    ["The Norwegian air campaign against Chile began on Monday.", "ASSAULT"],
    ["Norway summoned the Chilean ambassador on Friday.", "ACCUSE"],
    ["President Lopez called the Chilean ambassador on Friday.", "CONSULT"],
    ["Norway closed the border with Chile.", "COERCE"],
    ["A mob attacked a primary school in Chile.", "ASSAULT"],
    ["Norway attacked a team of Chilean inspectors.", "ASSAULT"],
    ["A mob beat three election officials in Chile.", "ASSAULT"],
    ["Norway carried out the political assassination of Peter Holm.", "ASSAULT"],
    ["Norway carried out a rail attack on Chile.", "ASSAULT"],
    ["Two villagers were beaten by Chilean guards after the earthquake.", "ASSAULT"],
    ["The king called President Maria Lopez on Friday.", "CONSULT"],
  ])("but: %s", (text, type) => expect(typesIn(text)).toContain(type));
});
