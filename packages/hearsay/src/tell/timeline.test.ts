import { describe, expect, it } from "vitest";
import { noEvidence } from "../model/index.js";
import type { ReportArticle, ReportClaim, ReportDerivation, ReportEvent } from "./report.js";
import { timeline } from "./timeline.js";

const text = "The council banned the boats. Later the council praised the boats.";
const article = (id: string, origin: string): ReportArticle => ({
  id,
  file: id,
  url: null,
  title: "",
  authors: [],
  outlet: null,
  label: id,
  published: "2031-05-02",
  publishedWithin: null,
  modified: null,
  language: "en",
  agency: null,
  translatedFrom: null,
  firstPublishedIn: null,
  section: null,
  origin,
  text,
  removed: [],
  entries: [],
  evidence: noEvidence,
});
const words = (id: string, start: number, end: number) => ({ article: id, start, end, text: text.slice(start, end) });

function event(id: string, inArticle: string, more: Partial<ReportEvent> = {}): ReportEvent {
  return {
    id,
    article: inArticle,
    span: words(inArticle, 0, 28),
    trigger: words(inArticle, 12, 18),
    type: "SANCTION",
    mode: "asserted",
    who: "council",
    whom: null,
    source: null,
    target: null,
    where: null,
    when: null,
    statement: null,
    goldstein: -5,
    score: 1,
    ...more,
  };
}

const support = (id: string) => ({
  article: id,
  span: words(id, 0, 28),
  origin: id,
  partial: false,
  statement: null,
  speaker: null,
  interested: false,
  takenBack: false,
});
const claim = (articles: readonly string[]): ReportClaim => ({
  id: "k",
  proposition: "The council banned the boats",
  kind: "event",
  support: articles.map(support),
  origins: articles.length,
  verdict: "corroborated",
  conflicts: [],
  revises: [],
  relations: [],
  grade: { reliability: "F", credibility: 2 },
  looksCorroborated: false,
  weight: 1,
});
const articles = [article("a", "o1"), article("b", "o2")];
const day = { earliest: "2031-05-01", latest: "2031-05-01" };
const week = { earliest: "2031-04-27", latest: "2031-05-03" };

describe("timeline", () => {
  it("tells the same words once, with the narrowest date and all origins", () => {
    const events = [event("e1", "a", { when: week }), event("e2", "b", { when: day })];
    expect(timeline({ events, claims: [], articles, derivations: [] })).toEqual([
      { id: "when-e1", when: day, events: ["e1", "e2"], claim: null, origins: 2 },
    ]);
  });

  it("joins events of one type that support one claim, not those of another mode or type", () => {
    const reworded = { span: words("b", 0, 18) };
    const events = [
      event("e1", "a"),
      event("e2", "b", reworded),
      event("e3", "b", { ...reworded, mode: "denied", trigger: words("b", 4, 11) }),
      event("e4", "b", { ...reworded, type: "AID" }),
    ];
    const entries = timeline({ events, claims: [claim(["a", "b"])], articles, derivations: [] });
    expect(entries.map((e) => e.events)).toEqual([["e1", "e2"], ["e3"], ["e4"]]);
    expect(entries.map((e) => e.claim)).toEqual(["k", "k", "k"]);
  });

  it("joins events at the same place of a passage that was taken over", () => {
    const passage = { derived: words("b", 0, 60), source: words("a", 0, 60) };
    const derivation: ReportDerivation = {
      derived: "b",
      source: "a",
      outlet: null,
      kind: "spun",
      score: 0.7,
      probability: 1,
      direction: "known",
      reasons: [],
      passages: [passage],
    };
    const near = event("e2", "b", { span: words("b", 4, 24), trigger: words("b", 12, 18) });
    const far = event("e3", "b", { span: words("b", 36, 60), trigger: words("b", 48, 55) });
    const entries = timeline({
      events: [event("e1", "a"), near, far],
      claims: [],
      articles,
      derivations: [derivation],
    });
    expect(entries.map((e) => e.events)).toEqual([["e1", "e2"], ["e3"]]);
  });

  it("tells an act without a day once for the articles of one origin, whatever their words, if each tells it once", () => {
    const side = (entity: string) => ({ name: entity, entity, country: null, span: words("a", 0, 3) });
    const act = { source: side("council"), target: side("union"), mode: "reported" as const };
    const reworded = { ...act, mode: "asserted" as const, span: words("b", 0, 18), trigger: words("b", 4, 11) };
    const told = [event("e1", "a", act), event("e2", "b", reworded)];
    const one = [article("a", "o1"), article("b", "o1")];
    const entries = (events: readonly ReportEvent[], of: readonly ReportArticle[]) =>
      timeline({ events, claims: [], articles: of, derivations: [] }).map((e) => e.events);
    expect(entries(told, one)).toEqual([["e1", "e2"]]);
    expect(entries(told, articles)).toEqual([["e1"], ["e2"]]);
    const again = event("e3", "a", { ...act, span: words("a", 29, 66), trigger: words("a", 47, 54) });
    expect(entries([...told, again], one)).toHaveLength(3);
  });

  it("puts events in the order of time, the undated last", () => {
    const events = [
      event("e1", "a"),
      event("e2", "a", { when: day, trigger: words("a", 4, 11) }),
      event("e3", "a", { when: week, trigger: words("a", 23, 28) }),
    ];
    expect(timeline({ events, claims: [], articles, derivations: [] }).map((e) => e.events[0])).toEqual([
      "e3",
      "e2",
      "e1",
    ]);
  });
});
