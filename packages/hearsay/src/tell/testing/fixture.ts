import {
  type Article,
  type Cause,
  type Claim,
  type ClaimRelation,
  type Commitment,
  type Derivation,
  type Diagnostic,
  type Entity,
  type Event,
  type Extraction,
  type Figure,
  type FigureReport,
  type Quote,
  quote,
  type Removed,
  type Span,
  type Speaker,
  type Statement,
  type Story,
  type Support,
  span,
} from "../../model/index.js";

/** An invented story, small but with every case a report must tell: two ferries collide in the invented strait of Oresk. */

const none = { url: null, deck: null, publishedWithin: null, modified: null, agency: null, translatedFrom: null };

function article(
  id: string,
  outlet: string | null,
  published: string | null,
  title: string,
  text: string,
  more: Partial<Article> = {},
): Article {
  return {
    ...none,
    id,
    file: `ferry/${id}.txt`,
    title,
    authors: [],
    outlet,
    published,
    language: "en",
    text,
    removed: [],
    ...more,
  };
}

const removed = (text: string, reason: Removed["reason"]): Removed => ({ text, reason, at: 0 });

const wireText = `Two passenger ferries collided in the strait of Oresk on Tuesday morning. At least 14 people were killed, the Oresk coast guard said.

"We are still pulling survivors out of the water," Captain Ilse Brandt, the coast guard's commander, told reporters in Port Salm.

The operator Norvia Lines promised to pay for the treatment of every passenger. Fog caused the collision, Captain Brandt said.`;

const articles: readonly Article[] = [
  article("wire", "Salm Wire", "2031-03-04T09:40", "Ferries collide off Oresk", wireText, {
    authors: ["Salm Wire"],
    removed: [removed("Menu Home World Sport", "navigation"), removed("We use cookies. Accept?", "cookies")],
  }),
  article("copy", "Daily Pilot", "2031-03-04T15:05", "Ferries collide off Oresk", wireText, { agency: "Salm Wire" }),
  article(
    "spun",
    "24 Sea News",
    "2031-03-05",
    "Boats smash off <b>Oresk</b>",
    `Two traveller boats crashed in the narrow of Oresk on Tuesday dawn. At least 14 folks were slain, the Oresk shore watch stated.

See [our offer](javascript:alert(1)) & <script>alert("x")</script> | $5 *today* \u001b[31m\u202e only.`,
  ),
  article(
    "harbour",
    "Harbour Post",
    "2031-03-05",
    "Toll rises to 21",
    `The number of dead has risen to 21, the health ministry announced on Wednesday. The ferries met at full speed in the strait of Oresk, two survivors told the Harbour Post.

"Nobody slowed down," said a deckhand who asked not to be named. Norvia Lines denied that its vessel had been speeding.

The union of seafarers demanded an inquiry before 1 April. Without new radar another collision would follow, the union warned.`,
  ),
  article(
    "inland",
    "Inland Courier",
    null,
    "Ministry and union at odds",
    `Rescuers counted 35 dead in the strait of Oresk, according to the union of seafarers. The transport ministry refused to open an inquiry.

As Salm Wire first reported, fog caused the collision. New radar would prevent collisions, minister Otto Kray wrote in a letter to parliament.`,
    { publishedWithin: { earliest: "2031-03-06", latest: "2031-03-08" } },
  ),
  article(
    "blog",
    null,
    "2031-03-07",
    "",
    `The Harbour Post says the ferries met at full speed. Kray will travel to Port Salm next week, a person close to the ministry said.`,
    { file: "ferry/notes from the quay.txt" },
  ),
];

const texts = new Map(articles.map((a) => [a.id, a.text]));

/** The place of words in an article; throws when they are not there. */
function at(id: string, words: string, nth = 0): Span {
  const text = texts.get(id) ?? "";
  let start = text.indexOf(words);
  for (let i = 0; i < nth && start >= 0; i++) start = text.indexOf(words, start + 1);
  return span(id, start, start + words.length);
}
const cut = (id: string, words: string): Quote => quote(at(id, words), texts.get(id) ?? "");

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

const extractions: readonly Extraction[] = articles.map(({ id }) => ({
  article: id,
  statements: statements.filter((s) => s.article === id),
  events: events.filter((e) => e.article === id),
  commitments: commitments.filter((c) => c.article === id),
  causes: causes.filter((c) => c.article === id),
}));

const whole = (id: string): Quote => quote(span(id, 0, (texts.get(id) ?? "").length), texts.get(id) ?? "");
const derivations: readonly Derivation[] = [
  {
    derived: "copy",
    source: "wire",
    outlet: null,
    kind: "copy",
    score: 1,
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
    direction: "known",
    reasons: [],
    passages: [{ derived: cut("harbour", "told the Harbour Post"), source: null }],
  },
];

function support(id: string, words: string, origin: string, more: Partial<Support> = {}): Support {
  return { article: id, span: cut(id, words), origin, partial: false, statement: null, speaker: null, ...more };
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
    support("wire", "Fog caused the collision", "src:Captain Ilse Brandt", { speaker: "Ilse Brandt", statement: "s4" }),
    support("copy", "Fog caused the collision", "src:Captain Ilse Brandt", { speaker: "Ilse Brandt" }),
    support("inland", "fog caused the collision", "src:Captain Ilse Brandt"),
  ]),
  claim("k-trip", "event", [
    support("blog", "Kray will travel to Port Salm next week", "o-blog", { speaker: "a person close to the ministry" }),
  ]),
];

const report = (
  id: string,
  words: string,
  min: number,
  max: number | null,
  origin: string,
  asOf: string | null,
): FigureReport => ({
  amount: { ...at(id, words), min, max, exact: max === min, unit: null, of: null, noun: "person" },
  origin,
  asOf,
  claim: null,
});
const figures: readonly Figure[] = [
  {
    id: "f-dead",
    of: "people were killed",
    unit: null,
    reports: [
      report("wire", "At least 14", 14, null, "o-wire", "2031-03-04"),
      report("copy", "At least 14", 14, null, "o-wire", "2031-03-04"),
      report("harbour", "21", 21, 21, "o-harbour", "2031-03-05"),
      report("inland", "35", 35, 35, "o-inland", null),
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

export const ferryStory: Story = {
  name: "oresk ferries",
  articles,
  annotations: articles.map(({ id }) => ({
    article: id,
    sentences: [],
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
  },
  diagnostics,
};

/** The story as it is before anything was added. */
export const emptyStory: Story = {
  name: "nothing yet",
  articles: [],
  annotations: [],
  extractions: [],
  lineage: { derivations: [], origins: [], circles: [] },
  weighing: { entities: [], entityOf: {}, claims: [], figures: [] },
  diagnostics: [],
};

/** One article of which nothing was made. */
export const singleStory: Story = {
  ...emptyStory,
  name: "one",
  articles: articles.slice(0, 1),
  lineage: { derivations: [], origins: [{ id: "o-wire", root: "wire", articles: ["wire"] }], circles: [] },
};
