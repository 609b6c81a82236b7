import {
  type Annotation,
  type Claim,
  type ClaimRelation,
  type Derivation,
  type Diagnostic,
  type Entity,
  type Figure,
  type FigureReport,
  type Quote,
  quote,
  type Story,
  type Support,
  span,
} from "../../model/index.js";
import { articles, at, cut, texts } from "./articles.js";
import { extractions } from "./extractions.js";

const whole = (id: string): Quote => quote(span(id, 0, (texts.get(id) ?? "").length), texts.get(id) ?? "");
const derivations: readonly Derivation[] = [
  {
    derived: "copy",
    source: "wire",
    outlet: null,
    kind: "copy",
    score: 1,
    probability: 1,
    direction: "known",
    reasons: ["published 5 h later", "names the source"],
    passages: [{ derived: whole("copy"), source: whole("wire") }],
  },
  {
    derived: "spun",
    source: "wire",
    outlet: null,
    kind: "spun",
    score: 0.71,
    probability: 0.97,
    direction: "open",
    reasons: [],
    passages: [
      {
        derived: cut("spun", "At least 14 folks were slain"),
        source: cut("wire", "At least 14 people were killed"),
      },
    ],
  },
  {
    derived: "inland",
    source: "wire",
    outlet: "Salm Wire",
    kind: "cites",
    score: 1,
    probability: 1,
    direction: "known",
    reasons: ["names the source"],
    passages: [{ derived: cut("inland", "As Salm Wire first reported"), source: null }],
  },
  {
    derived: "blog",
    source: "harbour",
    outlet: "Harbour Post",
    kind: "cites",
    score: 1,
    probability: 1,
    direction: "known",
    reasons: [],
    passages: [{ derived: cut("blog", "The Harbour Post says"), source: null }],
  },
  {
    derived: "harbour",
    source: null,
    outlet: "Coast Radio",
    kind: "cites",
    score: 1,
    probability: 1,
    direction: "known",
    reasons: [],
    passages: [{ derived: cut("harbour", "told the Harbour Post"), source: null }],
  },
];

function support(id: string, words: string, origin: string, more: Partial<Support> = {}): Support {
  return {
    article: id,
    span: cut(id, words),
    origin,
    partial: false,
    statement: null,
    speaker: null,
    interested: false,
    takenBack: false,
    ...more,
  };
}

function claim(id: string, kind: Claim["kind"], list: readonly Support[], more: Partial<Claim> = {}): Claim {
  const origins = new Set(list.filter((s) => !s.partial).map((s) => s.origin)).size;
  return {
    id,
    proposition: list[0]?.span.text ?? "",
    kind,
    support: list,
    origins,
    verdict: origins > 1 ? "corroborated" : "single-origin",
    conflicts: [],
    revises: [],
    relations: [],
    grade: { reliability: "F", credibility: origins > 1 ? 2 : 3 },
    looksCorroborated: origins === 1 && list.length > 1,
    weight: Math.min(1, list.length / 6),
    ...more,
  };
}

const relation = (other: string, kind: ClaimRelation["kind"], mine: Quote, theirs: Quote): ClaimRelation => ({
  claim: other,
  kind,
  mine,
  theirs,
});
const fourteen = cut("wire", "At least 14 people");
const twentyOne = cut("harbour", "21");
const thirtyFive = cut("inland", "35 dead");

const claims: readonly Claim[] = [
  claim("k-collision", "event", [
    support("wire", "Two passenger ferries collided in the strait of Oresk on Tuesday morning.", "o-wire"),
    support("copy", "Two passenger ferries collided in the strait of Oresk on Tuesday morning.", "o-wire"),
    support("spun", "Two traveller boats crashed in the narrow of Oresk on Tuesday dawn.", "o-wire"),
    support("harbour", "The ferries met at full speed in the strait of Oresk", "o-harbour", {
      speaker: "two survivors",
      statement: "s9",
    }),
    support("inland", "Rescuers counted 35 dead in the strait of Oresk", "o-inland", { partial: true }),
  ]),
  claim(
    "k-14",
    "figure",
    [
      support("wire", "At least 14 people were killed", "o-wire", { speaker: "Oresk coast guard", statement: "s1" }),
      support("copy", "At least 14 people were killed", "o-wire", { speaker: "Oresk coast guard" }),
      support("spun", "At least 14 folks were slain", "o-wire"),
    ],
    { verdict: "revised" },
  ),
  claim(
    "k-21",
    "figure",
    [support("harbour", "The number of dead has risen to 21", "o-harbour", { speaker: "the health ministry" })],
    {
      verdict: "contradicted",
      revises: ["k-14"],
      conflicts: ["k-35"],
      relations: [relation("k-14", "grown", twentyOne, fourteen), relation("k-35", "number", twentyOne, thirtyFive)],
    },
  ),
  claim(
    "k-35",
    "figure",
    [
      support("inland", "Rescuers counted 35 dead in the strait of Oresk", "o-inland", {
        speaker: "the union of seafarers",
      }),
    ],
    {
      verdict: "contradicted",
      conflicts: ["k-21"],
      relations: [relation("k-21", "number", thirtyFive, twentyOne)],
    },
  ),
  claim("k-fog", "state", [
    support("wire", "Fog caused the collision", "src:ilse brandt", { speaker: "Ilse Brandt", statement: "s4" }),
    support("copy", "Fog caused the collision", "src:ilse brandt", { speaker: "Ilse Brandt" }),
    support("inland", "fog caused the collision", "src:ilse brandt"),
  ]),
  claim("k-trip", "event", [
    support("blog", "Kray will travel to Port Salm next week", "o-blog", { speaker: "a person close to the ministry" }),
  ]),
];

function report(
  words: string,
  of: Pick<Support, "article" | "origin">,
  value: Partial<FigureReport["amount"]>,
  more: Partial<FigureReport>,
): FigureReport {
  const { min = 0, max = min } = value;
  const amount = { ...at(of.article, words), min, max, exact: max === min, unit: null, of: null, noun: "person" };
  return { amount, origin: of.origin, asOf: null, claim: null, ...more };
}
const figures: readonly Figure[] = [
  {
    id: "f-dead",
    of: "people were killed",
    unit: null,
    reports: [
      report(
        "At least 14",
        { article: "wire", origin: "o-wire" },
        { min: 14, max: null },
        { asOf: "2031-03-04", claim: "k-14" },
      ),
      report(
        "At least 14",
        { article: "copy", origin: "o-wire" },
        { min: 14, max: null },
        { asOf: "2031-03-04", claim: "k-14" },
      ),
      report("21", { article: "harbour", origin: "o-harbour" }, { min: 21 }, { asOf: "2031-03-05", claim: "k-21" }),
      report("35", { article: "inland", origin: "o-inland" }, { min: 35 }, { claim: "k-35" }),
    ],
  },
];

const entity = (id: string, name: string, more: Partial<Entity> = {}): Entity => ({
  id,
  kind: "person",
  name,
  aliases: [],
  role: null,
  affiliation: null,
  country: null,
  gender: null,
  anonymous: false,
  ...more,
});

const diagnostics: readonly Diagnostic[] = [
  {
    severity: "error",
    code: "read.binary",
    stage: "read",
    file: "ferry/photo.txt",
    message: "This is not text: it begins like a JPEG picture.",
    remedy: "Leave it out, or add the page that shows it.",
  },
  {
    severity: "warning",
    code: "read.undated",
    stage: "read",
    article: "inland",
    message: "The article states no date.",
  },
  { severity: "info", code: "read.encoding", stage: "read", article: "blog", message: "Read as windows-1252." },
];

/** Good enough for the fixture's texts: a sentence ends before white space and a capital or quotation mark. */
function sentencesOf(id: string): Annotation["sentences"] {
  const text = texts.get(id) ?? "";
  return [...text.matchAll(/\S[\s\S]*?(?:[.,]"|\.)(?=\s+["A-Z]|\s*$)/g)].map((m) => ({
    start: m.index,
    end: m.index + m[0].length,
    tokens: [],
  }));
}

export const ferryStory: Story = {
  name: "oresk ferries",
  articles,
  annotations: articles.map(({ id }) => ({
    article: id,
    sentences: sentencesOf(id),
    mentions: [],
    entities: [],
    moments: [],
    amounts: [],
    quotations: [],
  })),
  extractions,
  lineage: {
    derivations,
    origins: [
      { id: "o-blog", root: "blog", articles: ["blog"] },
      { id: "o-harbour", root: "harbour", articles: ["harbour"] },
      { id: "o-inland", root: "inland", articles: ["inland"] },
      { id: "o-wire", root: "wire", articles: ["wire", "copy", "spun"] },
    ],
    circles: [["harbour", "blog", "harbour"]],
  },
  weighing: {
    entities: [
      entity("entity-brandt", "Ilse Brandt", { role: "coast guard's commander" }),
      entity("entity-kray", "Otto Kray"),
    ],
    entityOf: { "wire/e1": "entity-brandt", "copy/e1": "entity-brandt" },
    claims,
    figures,
    positions: [],
  },
  versions: [],
  judgements: [],
  diagnostics,
};

/** The story as it is before anything was added. */
export const emptyStory: Story = {
  name: "nothing yet",
  articles: [],
  annotations: [],
  extractions: [],
  lineage: { derivations: [], origins: [], circles: [] },
  weighing: { entities: [], entityOf: {}, claims: [], figures: [], positions: [] },
  versions: [],
  judgements: [],
  diagnostics: [],
};

/** One article of which nothing was made. */
export const singleStory: Story = {
  ...emptyStory,
  name: "one",
  articles: articles.slice(0, 1),
  lineage: { derivations: [], origins: [{ id: "o-wire", root: "wire", articles: ["wire"] }], circles: [] },
};
