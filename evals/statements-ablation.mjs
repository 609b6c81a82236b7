// What each kind of knowledge is worth to statements: each is taken away, all is learnt anew from a part of PolNeAR train, and
// PolNeAR dev is read with it. `node evals/statements.mjs --ablate` writes the table.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { corpus, readLines, root } from "./lib.mjs";

const built = (path) => import(pathToFileURL(join(root, "packages/hearsay/dist", path)).href);
/** An eighth of the articles, two parts for the jackknife, one run of three epochs: about half a minute a line. */
const effort = { rounds: 1, folds: 2, epochs: 3, partEpochs: 3, choose: true };
const every = 8;

const blank = (page) => new Int32Array(page.size);
const nothing = (page) => page;
const lines = [
  ["nothing taken away", {}],
  ["words and lemmas", { page: (p) => ({ ...p, lemmaHash: blank(p), lowerHash: blank(p) }) }],
  ["tags", { page: (p) => ({ ...p, uposHash: blank(p), xposHash: blank(p) }) }],
  ["trees", { page: withoutTrees }],
  ["classes of cues", { page: (p) => ({ ...p, classes: blank(p) }) }],
  ["quotation marks", { page: (p) => ({ ...p, quote: blank(p) }), quotations: false }],
  ["the sentences around", { alone: true }],
  ["choice among readings", { effort: { choose: false } }],
];

function withoutTrees(page) {
  const children = Array.from({ length: page.size }, () => []);
  const deprel = Array.from({ length: page.size }, () => "dep");
  return { ...page, head: blank(page).fill(-1), relHash: blank(page), deprel, children };
}

/** Rows of a table: what is taken away, then found, soft and exact F1 over all and of speech cues alone, in percent. */
export async function ablation(say) {
  const { goldPage } = await built("extract/statements/train/gold.js");
  const articles = readLines(corpus("statements/polnear-train.jsonl")).filter((_, i) => i % every === 0);
  const learnFrom = articles.map(goldPage);
  const rows = [];
  for (const [name, change] of lines) {
    rows.push([name, ...(await measured(learnFrom, change))]);
    say(rows.at(-1).join(" | "));
  }
  return rows;
}

async function measured(learnFrom, { page = nothing, quotations = true, alone = false, effort: other = {} }) {
  const { train } = await built("extract/statements/train/train.js");
  const { attributionsIn } = await built("extract/statements.js");
  const { rangesOf } = await built("extract/statements/spans.js");
  const { findQuotations, sentencesOf } = await built("annotate/index.js");
  const { pageOf } = await built("extract/statements/page.js");
  const { scoreArticle } = await import(pathToFileURL(corpus("statements/score-attribution.mjs")).href);
  const parts = alone ? (pages) => pages.flatMap((p) => sentencesApart(p, pageOf)) : (pages) => pages;
  const weights = train(
    parts(learnFrom).map((g) => ({ ...g, page: page(g.page) })),
    { ...effort, ...other },
  );
  const counts = { all: {}, speech: {} };
  for (const article of readLines(corpus("statements/polnear-dev.jsonl"))) {
    const sentences = sentencesOf(article.text);
    const pieces = alone ? sentences.map((s) => [s]) : [sentences];
    const attributions = pieces.flatMap((piece) => {
      const p = page(pageOf(article.text, piece));
      const quoted = quotations && !alone ? findQuotations(article.id, article.text) : [];
      return attributionsIn(p, quoted, weights).map((a) => spansOf(p, a, rangesOf));
    });
    for (const kind of ["all", "speech"]) {
      const { c } = scoreArticle(article, { attributions }, { speech: kind === "speech" });
      for (const [key, n] of Object.entries(c)) counts[kind][key] = (counts[kind][key] ?? 0) + n;
    }
  }
  return ["all", "speech"].flatMap((kind) => ["found", "soft", "exact"].map((m) => f1(counts[kind], m)));
}

const spansOf = (page, { source, cue, content }, rangesOf) => ({
  source: rangesOf(page, source),
  cue: rangesOf(page, cue),
  content: rangesOf(page, content),
});

/** Each sentence as a page of its own, with what of its attributions stands in it. */
function sentencesApart({ page, gold }, pageOf) {
  return Array.from({ length: page.first.length - 1 }, (_, s) => {
    const [from, to] = [page.first[s], page.first[s + 1]];
    const within = (tokens) => new Set([...tokens].filter((t) => t >= from && t < to).map((t) => t - from));
    const own = gold.filter(({ head }) => head >= from && head < to);
    return {
      page: pageOf(page.text, [sentenceOf(page, from, to)]),
      gold: own.map((g) => ({
        head: g.head - from,
        source: within(g.source),
        cue: within(g.cue),
        content: within(g.content),
      })),
    };
  });
}

function sentenceOf(page, from, to) {
  const tokens = Array.from({ length: to - from }, (_, i) => ({
    start: page.start[from + i],
    end: page.end[from + i],
    form: page.lower[from + i],
    lemma: page.lemma[from + i],
    upos: page.upos[from + i],
    xpos: page.xpos[from + i],
    head: page.head[from + i] < 0 ? -1 : page.head[from + i] - from,
    deprel: page.deprel[from + i],
  }));
  return { start: tokens[0]?.start ?? 0, end: tokens.at(-1)?.end ?? 0, tokens };
}

const f1 = (c, m) => ((200 * c[`rel.${m}.tp`]) / (c[`rel.${m}.p`] + c[`rel.${m}.g`])).toFixed(1);
