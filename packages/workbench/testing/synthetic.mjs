// A made-up story of any size, as a report: enough of every kind of record to see how the workbench bears it.
//   node testing/synthetic.mjs 5000 > story.json

/** Numbers between 0 and 1 that are the same every time (mulberry32). */
function numbers(seed) {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const places = ["Brenna", "Orsk Bay", "Tallin Head", "Vesper", "Kolm", "Dun Marrow", "Harrow", "Selva"];
const people = [
  "Olof Brask",
  "Ida Renn",
  "Tomas Vael",
  "Mira Holt",
  "Jon Askell",
  "Petra Lind",
  "Sven Orlo",
  "Nadia Fry",
];
const deeds = [
  "closed the harbour",
  "sent three tugs",
  "refused the inspection",
  "signed the salvage order",
  "asked for more pumps",
];
const types = ["AGREE", "AID", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "COERCE", "CONSULT"];
const statuses = ["requested", "offered", "promised", "threatened", "signed", "delivered", "refused"];

/** A report of so many articles over sixty days; about a third of them begin an origin. */
export function syntheticStory(count) {
  const random = numbers(42);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const id = (kind, n) => `${kind}-${n.toString(16).padStart(12, "0")}`;
  const report = {
    format: "hearsay-report",
    version: 1,
    story: { name: "synthetic" },
    versions: [],
    circles: [],
    diagnostics: [],
    references: [],
  };
  const [articles, origins, derivations, statements, events, claims, commitments, causes, figures, timeline] =
    Array.from({ length: 10 }, () => []);
  const entities = Array.from({ length: 600 }, (_, n) => ({
    id: id("entity", n),
    kind: n % 3 === 0 ? "person" : "body",
    name: `${pick(people)} ${n}`,
    aliases: [],
    role: n % 3 === 0 ? "harbour master" : null,
    affiliation: null,
    country: n % 5 === 0 ? "NOR" : null,
    gender: null,
    anonymous: false,
  }));
  for (let n = 0; n < count; n++) {
    const at = new Date(Date.UTC(2031, 2, 1) + n * ((60 * 86_400_000) / count)).toISOString();
    const root = n === 0 || random() < 0.33;
    const origin = root
      ? { id: id("origin", origins.length), root: id("a", n), articles: [], number: origins.length + 1 }
      : origins[Math.max(0, origins.length - 1 - Math.floor(random() * 6))];
    if (root) origins.push(origin);
    const sentences = Array.from(
      { length: 12 },
      (_, i) =>
        `${pick(people)} said on day ${n % 60} that the authority of ${pick(places)} ${pick(deeds)} after ${10 + ((n + i) % 90)} people were counted.`,
    );
    const text = Array.from({ length: 4 }, (_, p) => sentences.slice(p * 3, p * 3 + 3).join(" ")).join("\n\n");
    const article = {
      id: id("a", n),
      file: `${n}.html`,
      url: null,
      title: `${pick(places)}: authority ${pick(deeds)} (${n})`,
      authors: [pick(people)],
      outlet: `Outlet ${n % 180}`,
      label: `Outlet ${n % 180}`,
      published: at.slice(0, 16),
      publishedWithin: { earliest: at.slice(0, 10), latest: at.slice(0, 10) },
      modified: null,
      language: "en",
      agency: null,
      translatedFrom: null,
      firstPublishedIn: null,
      section: null,
      origin: origin.id,
      text,
      removed: [],
      evidence: {
        title: null,
        authors: null,
        published: null,
        modified: null,
        agency: null,
        translatedFrom: null,
        firstPublishedIn: null,
        section: null,
      },
    };
    articles.push(article);
    origin.articles.push(article.id);
    const span = (i) => {
      const start = text.indexOf(sentences[i]);
      return { article: article.id, start, end: start + sentences[i].length, text: sentences[i] };
    };
    if (!root)
      derivations.push({
        derived: article.id,
        source: origin.root,
        outlet: null,
        kind: pick(["copy", "rewrite", "translation", "spun"]),
        score: 0.8,
        direction: "known",
        reasons: ["published later"],
        passages: [{ derived: span(0), source: null }],
      });
    for (let i = 0; i < 5; i++) {
      const speaker = pick(entities);
      const s = {
        id: id("st", statements.length),
        article: article.id,
        speaker: {
          entity: speaker.id,
          name: speaker.name,
          role: speaker.role,
          affiliation: null,
          anonymous: false,
          collective: false,
          description: speaker.name,
        },
        source: { text: "", parts: [] },
        cue: { text: "said", parts: [] },
        content: { text: sentences[i], parts: [span(i)] },
        kind: "indirect",
        act: "speech",
        addressee: null,
        venue: null,
        when: null,
        negated: false,
        hedged: false,
        score: 0.9,
      };
      statements.push(s);
    }
    for (let i = 5; i < 7; i++) {
      const [a, b] = [pick(entities), pick(entities)];
      const actor = (e) => ({ name: e.name, entity: e.id, country: e.country, span: span(i) });
      const event = {
        id: id("event", events.length),
        article: article.id,
        span: span(i),
        trigger: { ...span(i), text: "sent" },
        type: pick(types),
        mode: "asserted",
        who: a.name,
        whom: b.name,
        source: actor(a),
        target: actor(b),
        where: null,
        when: { earliest: at.slice(0, 10), latest: at.slice(0, 10) },
        statement: null,
        goldstein: random() * 14 - 7,
        score: 0.8,
      };
      events.push(event);
      timeline.push({ id: `when-${event.id}`, when: event.when, events: [event.id], claim: null, origins: 1 });
    }
    commitments.push({
      id: id("commitment", n),
      article: article.id,
      span: span(7),
      status: pick(statuses),
      by: pick(people),
      to: null,
      object: null,
      condition: null,
      when: null,
      statement: null,
      score: 0.7,
    });
    causes.push({
      id: id("cause", n),
      article: article.id,
      cause: span(8),
      effect: span(9),
      signal: [],
      sign: random() < 0.7 ? "+" : "-",
      hedged: false,
      conditional: false,
      negated: false,
      by: "author",
      statement: null,
      score: 0.6,
    });
    for (let i = 10; i < 12; i++) {
      const support = [
        { article: article.id, span: span(i), origin: origin.id, partial: false, statement: null, speaker: null },
      ];
      claims.push({
        id: id("claim", claims.length),
        proposition: sentences[i],
        kind: "event",
        support,
        origins: 1,
        verdict: "single-origin",
        conflicts: [],
        revises: [],
        relations: [],
        grade: { reliability: "F", credibility: 6 },
        looksCorroborated: false,
        weight: random(),
      });
    }
  }
  joinClaims(claims, random);
  for (let n = 0; n < 200; n++)
    figures.push({
      id: id("figure", n),
      of: `people in ${pick(places)} ${n}`,
      unit: null,
      reports: claims.slice(n * 6, n * 6 + 6).map((c, i) => ({
        article: c.support[0].article,
        span: c.support[0].span,
        min: 10 + i * 7,
        max: 10 + i * 7,
        exact: true,
        origin: c.support[0].origin,
        asOf: articles[n % articles.length].published.slice(0, 10),
        claim: c.id,
      })),
    });
  const tally = (test) => claims.filter(test).length;
  const summary = {
    articles: count,
    outlets: 180,
    origins: origins.length,
    period: { earliest: "2031-03-01", latest: "2031-04-29" },
    corroborated: tally((c) => c.verdict === "corroborated"),
    contradicted: tally((c) => c.verdict === "contradicted"),
    revised: 0,
    echoed: tally((c) => c.looksCorroborated),
    singleOrigin: tally((c) => c.verdict === "single-origin"),
    removedPassages: 0,
    removedCharacters: 0,
  };
  const line = (c) => ({
    about: c.id,
    lead: [
      { kind: "number", text: String(c.origins), value: c.origins },
      { kind: "phrase", text: " origins" },
    ],
    parts: [{ kind: "quote", ...c.support[0].span, before: false, after: false }],
    lines: [],
  });
  const section = (name, title, test) => ({
    id: name,
    title,
    note: [],
    lines: claims.filter(test).slice(0, 20).map(line),
    more: null,
  });
  const brief = {
    sections: [
      section("established", "What is established", (c) => c.verdict === "corroborated"),
      section("contradicted", "What is contradicted", (c) => c.verdict === "contradicted"),
    ],
  };
  return {
    ...report,
    summary,
    articles,
    derivations,
    origins,
    entities,
    statements,
    events,
    timeline,
    claims,
    commitments,
    figures,
    causes,
    brief,
  };
}

/** Every fourth claim takes over the reports of those after it; every tenth of these contradicts the one before. */
function joinClaims(claims, random) {
  for (let n = 0; n + 4 < claims.length; n += 4) {
    const claim = claims[n];
    const more = Array.from(
      { length: 1 + Math.floor(random() * 5) },
      () => claims[Math.floor(random() * claims.length)].support[0],
    );
    claim.support = [...claim.support, ...more];
    claim.origins = new Set(claim.support.map((s) => s.origin)).size;
    claim.verdict = claim.origins > 1 ? "corroborated" : "single-origin";
    claim.looksCorroborated = claim.origins === 1;
    if (n % 40 === 0 && n > 0) oppose(claim, claims[n - 4]);
  }
}

function oppose(a, b) {
  for (const [mine, theirs] of [
    [a, b],
    [b, a],
  ]) {
    mine.verdict = "contradicted";
    mine.conflicts = [theirs.id];
    mine.relations = [{ claim: theirs.id, kind: "number", mine: mine.support[0].span, theirs: theirs.support[0].span }];
  }
}

if (process.argv[1]?.endsWith("synthetic.mjs"))
  process.stdout.write(JSON.stringify(syntheticStory(Number(process.argv[2] ?? 5000))));
