// What each joining signal is worth: weighs stories with one signal taken away at a time.
//   node evals/ablate-weigh.mjs [--real FROM TO] STORY_DIR…
// A STORY_DIR has articles/ and gold.json and is scored by shared/stories/score-story.mjs. --real adds how many claims
// and pairs are found in the ECB+ stories FROM to TO (shared/evals/trace/ecbplus-stories-dev.jsonl), which have no gold.
// Nothing in the rules is switched off: the signal is taken out of what weigh is given, so the rest works as ever.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { installedStages } from "../packages/hearsay/dist/engine/stages.js";
import { meaning } from "../packages/hearsay/dist/extract/assertions/meaning.js";
import { read } from "../packages/hearsay/dist/read/index.js";
import { makeReport } from "../packages/hearsay/dist/tell/make.js";
import { corpus, readLines, score, shared, work } from "./lib.mjs";

const stages = installedStages();
const [perArticle, perStory] = [await stages.perArticle(), await stages.perStory()];

/** Everything weigh is given of these articles. */
async function storyOf(sources) {
  const story = { articles: [], annotations: [], extractions: [], judgements: [] };
  const prints = [];
  for (const source of sources) {
    const article = (await read(source)).output;
    if (!article) continue;
    const annotation = perArticle.annotate(article).output;
    story.articles.push(article);
    story.annotations.push(annotation);
    story.extractions.push(perArticle.extract(article, annotation).output);
    prints.push({ ...perArticle.fingerprint(article), text: article.text });
  }
  return { ...story, lineage: perStory.trace(prints).output };
}

/** `change` of every assertion of a story. */
const assertions = (change) => (story) => ({
  ...story,
  extractions: story.extractions.map((x, i) => ({
    ...x,
    assertions: x.assertions.map((a, k) => ({ ...a, ...change(a, story, i, k) })),
  })),
});

/** Words as they stand instead of what they mean. */
function plain(a, { annotations }, i) {
  const tokens = annotations[i].sentences.flatMap((s) => s.tokens).filter((t) => t.start < a.end && a.start < t.end);
  const lemmas = new Map();
  for (const t of tokens) lemmas.set(meaning(t.lemma.toLowerCase(), t.upos), t.lemma.toLowerCase());
  const of = (word) => lemmas.get(word) ?? word;
  return { words: [...new Set(a.words.map(of))].sort(), predicate: of(a.predicate) };
}

/** Letters of each article written in an alphabet of its own: no two are in one wording. */
const disguised = (text, i) =>
  text.replace(/\p{L}/gu, (letter) =>
    letter.length === 1 ? String.fromCharCode(0x4e00 + 64 * i + (letter.charCodeAt(0) % 64)) : letter,
  );

const changes = {
  "all signals": (story) => story,
  "same predicate": assertions((_, __, i, k) => ({ predicate: `none ${i} ${k}`, events: [] })),
  "words by meaning": assertions(plain),
  figures: assertions(() => ({ amounts: [] })),
  entities: assertions(() => ({ entities: [], subject: [], denied: { words: [], entities: [] } })),
  time: assertions(() => ({ times: [], undated: false })),
  "who acts": assertions(() => ({ subject: [] })),
  place: (story) => ({
    ...story,
    annotations: story.annotations.map((n) => ({
      ...n,
      entities: n.entities.map((e) => (e.kind === "place" ? { ...e, kind: "other" } : e)),
    })),
  }),
  negation: assertions(() => ({ negated: false, denial: false })),
  "what is supposed or to come": assertions(() => ({ conditional: false, future: false })),
  "who says it": assertions(() => ({ statement: null })),
  "shared wording": (story) => ({
    ...story,
    articles: story.articles.map((a, i) => ({ ...a, text: disguised(a.text, i) })),
  }),
  "carried passages": (story) => ({ ...story, lineage: { ...story.lineage, derivations: [] } }),
};

/** The weighing, its quotes cut from the true texts. */
function weighed(story, change) {
  const { output } = perStory.weigh(change(story));
  const texts = new Map(story.articles.map((a) => [a.id, a.text]));
  const cut = (q) => ({ ...q, text: texts.get(q.article).slice(q.start, q.end) });
  const claims = output.claims.map((c) => ({
    ...c,
    support: c.support.map((s) => ({ ...s, span: cut(s.span) })),
    relations: c.relations.map((r) => ({ ...r, mine: cut(r.mine), theirs: cut(r.theirs) })),
  }));
  return { ...output, claims };
}

const wanted = {
  joined: "joined across articles %",
  verdict: "verdict right % of all",
  origins: "origins counted right % of found",
  "contra. recall": "contradictions recall %",
  "contra. precision": "contradictions precision %",
  revisions: "revisions found %",
};

function scored(dir, story, change, name) {
  const report = makeReport({
    name: "ablated",
    ...story,
    weighing: weighed(story, change),
    versions: [],
    diagnostics: [],
  });
  const file = join(work, `${name.replace(/\W/g, "-")}.json`);
  writeFileSync(file, JSON.stringify(report));
  const rows = JSON.parse(score(join(shared, "stories/score-story.mjs"), dir, file, "--json"));
  return Object.values(wanted).map((what) => rows.find((row) => row.what === what)?.value ?? "");
}

/** Corroborated, contradicted and revised claims, and pairs that are set against or after one another. */
function counted(stories, change) {
  const sums = { corroborated: 0, contradicted: 0, revised: 0, pairs: 0 };
  for (const story of stories) {
    const { claims } = weighed(story, change);
    for (const { verdict } of claims) if (verdict in sums) sums[verdict]++;
    sums.pairs += new Set(claims.flatMap((c) => c.relations.map((r) => [c.id, r.claim].sort().join()))).size;
  }
  return Object.values(sums);
}

const args = process.argv.slice(2);
const real = args.indexOf("--real");
const [from, to] = real < 0 ? [0, 0] : args.splice(real, 3).slice(1).map(Number);

const gold = [];
for (const dir of args) {
  const documents = JSON.parse(readFileSync(join(dir, "gold.json"), "utf8")).documents.map((d) => basename(d.file));
  const files = readdirSync(join(dir, "articles"))
    .filter((file) => documents.includes(file))
    .sort();
  const sources = files.map((file) => {
    const content = readFileSync(join(dir, "articles", file), "utf8");
    return { id: file.replace(/\.\w+$/, ""), [file.endsWith(".html") ? "html" : "text"]: content, file };
  });
  gold.push([dir, await storyOf(sources)]);
}
const documents = real < 0 ? [] : readLines(corpus("trace/ecbplus-stories-dev.jsonl"));
const names = [...new Set(documents.map((d) => d.story))].sort().slice(from, to);
const plainStories = [];
for (const name of names)
  plainStories.push(
    await storyOf(documents.filter((d) => d.story === name).map(({ id, text }) => ({ id, text, file: id }))),
  );

const heads = [
  ...gold.flatMap(([dir]) => Object.keys(wanted).map((what) => `${basename(dir)} ${what}`)),
  ...(real < 0 ? [] : ["corroborated", "contradicted", "revised", "pairs"]),
];
console.log(`| without | ${heads.join(" | ")} |\n|---|${heads.map(() => "---:|").join("")}`);
for (const [name, change] of Object.entries(changes)) {
  const cells = gold.flatMap(([dir, story]) => scored(dir, story, change, name));
  console.log(`| ${name} | ${[...cells, ...(real < 0 ? [] : counted(plainStories, change))].join(" | ")} |`);
}
