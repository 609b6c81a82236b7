// Who is compared with whom. Each entry loads its tool once and gives a function from one input to its result.
export const textTools = [
  { name: "hearsay: annotate and extract", load: loadArticleStages },
  { name: "hearsay: parse (tokens, tags, trees)", load: async () => (await import("@hearsay/english")).parse },
  { name: "compromise: tags and lemmas", load: loadCompromise },
  { name: "wink-nlp: tokens, tags, entities", load: loadWink },
  { name: "chrono-node: dates only", load: loadChrono },
  { name: "hearsay: times only", load: loadTimes },
  { name: "hearsay: times, sentences given", load: loadMoments },
];

export const pageReaders = [
  { name: "Readability over linkedom", load: loadReadability },
  { name: "hearsay: read", load: loadRead },
  { name: "hearsay: read, the same flattened to lines", load: loadReadFlat },
];

async function loadArticleStages() {
  const { annotate } = await import("../packages/hearsay/dist/annotate/index.js");
  const { extract } = await import("../packages/hearsay/dist/extract/index.js");
  const { plainArticle } = await import("../packages/hearsay/dist/model/index.js");
  return (text) => {
    const one = plainArticle({ id: "bench", text, published: "2029-02-04" });
    return extract(one, annotate(one).output);
  };
}

async function loadTimes() {
  const { filter } = await import("../packages/hearsay/dist/cli/filters/times.js");
  return (text) => filter.run({ id: "bench", text, date: "2029-02-04" });
}

/** Sentences are parsed in the first round, which is not counted. */
async function loadMoments() {
  const { parse } = await import("@hearsay/english");
  const { findMoments } = await import("../packages/hearsay/dist/annotate/moments/index.js");
  const parsed = new Map();
  return (text) => {
    if (!parsed.has(text)) parsed.set(text, parse(text));
    return findMoments("bench", text, parsed.get(text), "2029-02-04");
  };
}

async function loadRead() {
  const { read } = await import("../packages/hearsay/dist/read/index.js");
  return (html) => read({ id: "bench", file: "bench.html", html });
}

/** Pages are flattened in the first round, which is not counted. */
async function loadReadFlat() {
  const { read } = await import("../packages/hearsay/dist/read/index.js");
  const { flatten } = await import("../evals/flatten.mjs");
  const texts = new Map();
  return (html) => {
    if (!texts.has(html)) texts.set(html, flatten(html));
    return read({ id: "bench", file: "bench.txt", text: texts.get(html) });
  };
}

async function loadCompromise() {
  const { default: nlp } = await import("compromise");
  return (text) => nlp(text).compute("root").json();
}

async function loadWink() {
  const { default: winkNLP } = await import("wink-nlp");
  const { default: model } = await import("wink-eng-lite-web-model");
  const nlp = winkNLP(model);
  return (text) => nlp.readDoc(text).tokens().out(nlp.its.pos);
}

async function loadChrono() {
  const chrono = await import("chrono-node");
  const reference = new Date("2029-02-04T12:00:00Z");
  return (text) => chrono.parse(text, reference);
}

async function loadReadability() {
  const { Readability } = await import("@mozilla/readability");
  const { parseHTML } = await import("linkedom");
  return (html) => new Readability(parseHTML(html).document).parse();
}
