import type { Cause, Commitment, Event, Extraction, Speaker, Statement } from "../../model/index.js";
import { articles, at } from "./articles.js";

const speaker = (description: string, more: Partial<Speaker> = {}): Speaker => ({
  entity: null,
  name: description,
  role: null,
  affiliation: null,
  anonymous: false,
  collective: false,
  description,
  ...more,
});

function statement(
  id: string,
  inArticle: string,
  who: Speaker,
  content: readonly string[],
  more: Partial<Statement> = {},
): Statement {
  return {
    id,
    article: inArticle,
    source: [at(inArticle, who.description)],
    cue: [],
    content: content.map((c) => at(inArticle, c)),
    kind: "indirect",
    act: "speech",
    speaker: who,
    addressee: null,
    venue: null,
    when: null,
    negated: false,
    hedged: false,
    score: 0.9,
    ...more,
  };
}

const brandt = (entity: string): Speaker =>
  speaker("Captain Ilse Brandt, the coast guard's commander", {
    entity,
    name: "Ilse Brandt",
    role: "coast guard's commander",
    affiliation: "Oresk coast guard",
  });

const statements: readonly Statement[] = [
  statement("s1", "wire", speaker("the Oresk coast guard", { name: "Oresk coast guard" }), [
    "At least 14 people were killed",
  ]),
  statement("s2", "wire", brandt("wire/e1"), ["We are still pulling survivors out of the water,"], {
    kind: "direct",
    addressee: "reporters",
    venue: "Port Salm",
    when: { earliest: "2031-03-04", latest: "2031-03-04" },
  }),
  statement("s3", "copy", brandt("copy/e1"), ["We are still pulling survivors out of the water,"], { kind: "direct" }),
  statement("s4", "wire", speaker("Captain Brandt", { entity: "wire/e1", name: "Brandt" }), [
    "Fog caused the collision",
  ]),
  statement(
    "s5",
    "harbour",
    speaker("a deckhand who asked not to be named", { name: null, anonymous: true, role: "deckhand" }),
    ["Nobody slowed down,"],
    { kind: "direct" },
  ),
  statement("s6", "harbour", speaker("Norvia Lines"), ["its vessel had been speeding"], { act: "denial" }),
  statement(
    "s7",
    "inland",
    speaker("minister Otto Kray", { name: "Otto Kray", role: "minister" }),
    ["New radar would prevent collisions"],
    {
      act: "document",
      addressee: "parliament",
    },
  ),
  statement("s8", "blog", speaker("a person close to the ministry", { name: null, anonymous: true }), [
    "Kray will travel to Port Salm next week",
  ]),
  statement(
    "s9",
    "harbour",
    speaker("two survivors", { name: null, collective: true }),
    ["The ferries met at full speed", "in the strait of Oresk"],
    { kind: "mixed" },
  ),
];

type Side = readonly [words: string, entity?: string] | null;

function event(
  id: string,
  inArticle: string,
  words: string,
  trigger: string,
  type: Event["type"],
  sides: readonly [Side, Side],
  more: Partial<Event> = {},
): Event {
  const actor = (side: Side): Event["who"] =>
    side === null ? null : { ...at(inArticle, side[0]), entity: side[1] ?? null, name: side[0], country: null };
  return {
    ...at(inArticle, words),
    id,
    type,
    mode: "asserted",
    trigger: at(inArticle, trigger),
    who: actor(sides[0]),
    whom: actor(sides[1]),
    where: null,
    when: null,
    statement: null,
    goldstein: 0,
    score: 0.8,
    ...more,
  };
}

const promise = "Norvia Lines promised to pay for the treatment of every passenger";
const events: readonly Event[] = [
  event("ev1", "wire", promise, "promised", "AID", [["Norvia Lines"], ["every passenger"]], {
    when: { earliest: "2031-03-04", latest: "2031-03-04" },
    goldstein: 7,
  }),
  event("ev2", "copy", promise, "promised", "AID", [["Norvia Lines"], ["every passenger"]], { goldstein: 7 }),
  event(
    "ev3",
    "harbour",
    "The union of seafarers demanded an inquiry before 1 April",
    "demanded",
    "REQUEST",
    [["The union of seafarers"], null],
    {
      mode: "demanded",
      when: { earliest: "2031-03-05", latest: "2031-04-01" },
    },
  ),
  event("ev4", "inland", "The transport ministry refused to open an inquiry", "refused", "REJECT", [
    ["The transport ministry"],
    null,
  ]),
  event("ev5", "blog", "Kray will travel to Port Salm next week", "travel", "CONSULT", [["Kray"], null], {
    mode: "planned",
    when: { earliest: "2031-03-10", latest: "2031-03-16" },
    where: "Port Salm",
  }),
];

function commitment(
  id: string,
  inArticle: string,
  words: string,
  status: Commitment["status"],
  more: Partial<Commitment> = {},
): Commitment {
  return {
    ...at(inArticle, words),
    id,
    status,
    by: null,
    to: null,
    object: null,
    condition: null,
    when: null,
    statement: null,
    score: 0.7,
    ...more,
  };
}

const commitments: readonly Commitment[] = [
  commitment("c1", "wire", promise, "promised", {
    by: "Norvia Lines",
    to: "every passenger",
    object: at("wire", "the treatment of every passenger"),
  }),
  commitment("c2", "copy", promise, "promised", { by: "Norvia Lines", to: "every passenger" }),
  commitment("c3", "harbour", "The union of seafarers demanded an inquiry before 1 April", "demanded", {
    by: "union of seafarers",
    to: "transport ministry",
    condition: at("harbour", "before 1 April"),
    when: { earliest: "2031-03-05", latest: "2031-03-05" },
  }),
  commitment("c4", "inland", "The transport ministry refused to open an inquiry", "refused", {
    by: "transport ministry",
    to: "union of seafarers",
    when: { earliest: "2031-03-06", latest: "2031-03-08" },
  }),
];

function cause(
  id: string,
  inArticle: string,
  words: readonly [string, string, string],
  more: Partial<Cause> = {},
): Cause {
  return {
    id,
    article: inArticle,
    cause: at(inArticle, words[0]),
    signal: [at(inArticle, words[1])],
    effect: at(inArticle, words[2]),
    sign: "+",
    hedged: false,
    conditional: false,
    negated: false,
    by: "author",
    statement: null,
    score: 0.6,
    ...more,
  };
}

const causes: readonly Cause[] = [
  cause("q1", "wire", ["Fog", "caused", "the collision"], { by: "Captain Brandt", statement: "s4" }),
  cause("q2", "copy", ["Fog", "caused", "the collision"], { by: "Captain Brandt" }),
  cause("q3", "inland", ["fog", "caused", "the collision"]),
  cause("q4", "inland", ["New radar", "prevent", "collisions"], {
    sign: "-",
    hedged: true,
    by: "Otto Kray",
    statement: "s7",
  }),
  cause("q5", "harbour", ["Without new radar", "follow", "another collision"], { conditional: true, by: "the union" }),
];

/** What each article says. */
export const extractions: readonly Extraction[] = articles.map(({ id }) => ({
  article: id,
  statements: statements.filter((s) => s.article === id),
  events: events.filter((e) => e.article === id),
  commitments: commitments.filter((c) => c.article === id),
  causes: causes.filter((c) => c.article === id),
  assertions: [],
}));
