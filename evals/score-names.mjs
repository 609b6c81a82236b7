// Scores names and coreference on a GUM treebank file:
//   node evals/score-names.mjs en_gum-ud-dev.conllu [--genres news,interview,bio,speech] [--json] [--errors WHAT]
// The text of each document is rebuilt from its words and annotated as an article of a user's would be: own
// sentences, own trees. WHAT is names, pronouns, short or descriptions; DOC=ID restricts the errors to one document.
//
// Two stretches are the same mention when they have the same head word in the gold tree (for names: any word of its
// flat name). Of several gold mentions with one head the one of most similar length counts.
//
// Names. Gold: mentions of type person, organization or place whose head is a proper noun, but for bare titles ("the
// President") and for names inside a larger name ("Athens" in "University of Athens"), which count neither way. Ours:
// mentions of form "name" that hold a proper noun, so not "Iranian" in "the Iranian ship"; descriptions where gold has
// a name ("the Senate"). A state may be a place or an
// organization, a group a person or an organization; kind "other" answers nothing. "exact" asks for the same words
// too, of the stretch of capitals around the head.
//
// Links. A mention is linked when our entity has another mention that is no pronoun: the nearest one before it, else
// the nearest after it. The link is right when both belong to one gold cluster. Precision: right of all links made;
// recall: right of all gold mentions of the sort whose cluster has a person, organization or place not a pronoun.
//   pronouns      third person, personal and possessive and reflexive; "it" that refers to nothing is a wrong link
//   short forms   named mentions unlike every earlier name of their cluster
//   descriptions  definite ("the ministry"), after a name of their cluster, neither appositions nor predicates; ours:
//                 descriptions linked to an entity with a name
//
// Clusters. B³ over gold clusters with at least one name: its names, descriptions and third-person pronouns, against
// our entities that have a name. A mention of ours without a gold counterpart lowers precision.
import { annotate } from "../packages/hearsay/dist/annotate/index.js";
import { plainArticle } from "../packages/hearsay/dist/model/index.js";
import { headOf, readGum } from "./gum.mjs";

const types = ["person", "organization", "place"];
const kinds = {
  person: ["person"],
  body: ["organization"],
  state: ["place", "organization"],
  place: ["place"],
  group: ["person", "organization"],
};
const thirdPerson = /^(?:s?he|him|his|hers?|they|them|theirs?|its?|(?:him|her|it)self|themsel(?:f|ves))$/i;
const titles =
  /^(?:fellow|spokes\w+|manager|officer|major|representative|member|president|minister|premier|chancellor|secretary|governor|mayor|senator|king|queen|prince|princess|emperor|pope|judge|justice|chief|general|colonel|captain|professor|doctor|director|chairman|speaker|congressman|mr|mrs|ms|dr|sir|lord|lady|mom|mother|dad|father|god)\.?$/i;

const args = process.argv.slice(2);
const option = (name) => (args.includes(name) ? args[args.indexOf(name) + 1] : null);
const errors = option("--errors");
const genres = option("--genres")?.split(",");
const documents = readGum(args[0]).filter((d) => !genres || genres.includes(d.genre));

const tally = { gold: 0, ours: 0, right: 0 };
const sums = Object.fromEntries(
  [...types, "names", "exact", "pronouns", "short", "descriptions"].map((key) => [key, { ...tally }]),
);
const clusters = { goldMass: 0, goldRight: 0, ourMass: 0, ourRight: 0 };
for (const document of documents) scoreDocument(document);
report();

function scoreDocument(document) {
  const { text, words } = document;
  const gold = document.mentions.map((m) => ({ ...m, form: formOf(words, m), text: textOf(text, words, m) }));
  const { output } = annotate(plainArticle({ id: document.id, text }));
  const ours = ourMentions(document, output);
  align(words, gold, ours);
  scoreNames(document, gold, ours);
  scoreLinks(document, gold, ours);
  scoreClusters(gold, ours);
}

function formOf(words, m) {
  const head = words[m.head];
  if (m.first === m.last && thirdPerson.test(head.form)) return "pronoun";
  if (["PRON", "DET"].includes(head.upos) || coordinates(words, m)) return "other";
  const name = flat(words, m.head);
  if (!name.some((i) => words[i].upos === "PROPN")) return "description";
  return titles.test(head.form) && name.length === 1 ? "title" : "name";
}

/** "A and B": the mentions inside count, not the pair. */
function coordinates(words, m) {
  for (let i = m.head + 1; i <= m.last; i++) if (words[i].head === m.head && words[i].deprel === "conj") return true;
  return false;
}

function textOf(text, words, m) {
  return text.slice(words[m.first].start, words[m.last].end);
}

/** The head and the words of its flat name; also the name right after a common noun ("author NAME"). */
function flat(words, head) {
  const out = [head];
  for (let i = head + 1; i < words.length && i < head + 12; i++) {
    const { head: of, deprel, upos } = words[i];
    const beside = deprel === "appos" && i === head + 1 && upos === "PROPN";
    if ((deprel === "flat" || beside) && out.includes(of)) out.push(i);
  }
  return out;
}

/** Our mentions in words of the treebank, with their entity. */
function ourMentions({ words }, { mentions, entities }) {
  const byId = new Map(entities.map((e) => [e.id, e]));
  let from = 0;
  return mentions.flatMap((m) => {
    while (from < words.length && words[from].end <= m.start) from++;
    let last = from;
    while (last + 1 < words.length && words[last + 1].start < m.end) last++;
    if (from >= words.length) return [];
    const at = { first: from, last };
    const head = headOf(words, at);
    return [{ ...at, head, form: m.form, entity: m.entity ? byId.get(m.entity) : null, start: m.start, end: m.end }];
  });
}

function align(words, gold, ours) {
  const byHead = new Map();
  for (const g of gold)
    for (const i of g.form === "name" ? flat(words, g.head) : [g.head]) byHead.set(i, [...(byHead.get(i) ?? []), g]);
  const size = (m) => m.last - m.first;
  for (const s of ours) {
    const candidates = (byHead.get(s.head) ?? []).filter(
      (g) => !g.ours && (g.form === "pronoun") === (s.form === "pronoun"),
    );
    candidates.sort((a, b) => Math.abs(size(a) - size(s)) - Math.abs(size(b) - size(s)));
    s.gold = candidates[0] ?? null;
    if (s.gold) s.gold.ours = s;
  }
}

/** The stretch of capitals around the head, titles off; small words between two of them belong to it. */
function stretch(words, m) {
  const kept = (w) => w.deprel !== "nmod:desc" && !["DET", "PRON"].includes(w.upos);
  const proper = (i) => i >= m.first && i <= m.last && /^\p{Lu}/u.test(words[i].form) && kept(words[i]);
  const small = (i) => i >= m.first && i <= m.last && /^(?:of|for|and|the|&|-|'s|’s|de|la|\.)$/i.test(words[i].form);
  const name = flat(words, m.head).filter((i) => words[i].upos === "PROPN");
  let [first, last] = [name[0] ?? m.head, name.at(-1) ?? m.head];
  const grow = (at, step) => {
    let i = at;
    while (small(i)) i += step;
    return proper(i) ? i : null;
  };
  for (let i = grow(first - 1, -1); i !== null; i = grow(first - 1, -1)) first = i;
  for (let i = grow(last + 1, 1); i !== null; i = grow(last + 1, 1)) last = i;
  return { first, last };
}

function scoreNames({ id, words, text }, gold, ours) {
  const named = gold.filter((g) => g.form === "name");
  for (const g of named) g.stretch = stretch(words, g);
  const inner = (m) =>
    named.some(
      (g) =>
        g !== m &&
        g.head !== m.head &&
        g.stretch.first <= m.head &&
        m.head <= g.stretch.last &&
        g.last - g.first >= m.last - m.first,
    );
  const counted = named.filter((g) => types.includes(g.type) && !inner(g));
  for (const g of counted) {
    const right = g.ours && (kinds[g.ours.entity?.kind] ?? []).includes(g.type);
    for (const key of ["names", "exact", g.type]) sums[key].gold++;
    if (right) {
      for (const key of ["names", g.type]) sums[key].right++;
      if (g.ours.first === g.stretch.first && g.ours.last === g.stretch.last) sums.exact.right++;
    } else
      say(
        "names",
        id,
        text,
        words,
        g,
        `missed ${g.type}${g.ours ? `: ours ${g.ours.form} ${g.ours.entity?.kind}` : ""}`,
      );
  }
  for (const s of ours) {
    if ((s.form !== "name" && s.gold?.form !== "name") || !kinds[s.entity?.kind]) continue;
    let proper = false;
    for (let i = s.first; i <= s.last; i++) proper ||= words[i].upos === "PROPN";
    if (!proper || (s.gold && (s.gold.form === "title" || (named.includes(s.gold) && inner(s.gold))))) continue;
    if (!s.gold && inner(s)) continue;
    const wanted = kinds[s.entity.kind];
    const type = s.gold && wanted.includes(s.gold.type) ? s.gold.type : wanted[0];
    for (const key of ["names", "exact", type]) sums[key].ours++;
    if (s.gold?.form !== "name" || !wanted.includes(s.gold.type))
      say("names", id, text, words, s, `wrong ${s.entity.kind}${s.gold ? `: gold ${s.gold.form} ${s.gold.type}` : ""}`);
  }
}

function scoreLinks({ id, words, text }, gold, ours) {
  const byCluster = groupBy(gold, (g) => g.cluster);
  const byEntity = groupBy(
    ours.filter((s) => s.entity),
    (s) => s.entity.id,
  );
  const sortOf = (g) => {
    const others = byCluster.get(g.cluster).filter((o) => o !== g && o.form !== "pronoun" && o.form !== "other");
    const inScope = others.some((o) => types.includes(o.type));
    const before = others.filter((o) => o.form === "name" && o.first < g.first);
    if (!inScope) return null;
    if (g.form === "pronoun") return "pronouns";
    if (g.form === "name") return before.length > 0 && before.every((o) => o.text !== g.text) ? "short" : null;
    return before.length > 0 && isDefinite(words, g) ? "descriptions" : null;
  };
  for (const g of gold) {
    const sort = sortOf(g);
    if (sort === null) continue;
    sums[sort].gold++;
    g.sort = sort;
    if (!g.ours) say(sort, id, text, words, g, "no mention");
  }
  for (const s of ours) {
    if (!s.entity) {
      if (s.gold?.sort) say(s.gold.sort, id, text, words, s, "left open", byCluster.get(s.gold.cluster), words);
      continue;
    }
    const family = byEntity.get(s.entity.id);
    const other = antecedent(family, s);
    const sort = s.form === "pronoun" ? "pronouns" : s.form === "name" ? s.gold?.sort : "descriptions";
    if (!sort || !other || (sort === "descriptions" && !family.some((o) => o.form === "name" && o.start < s.start))) {
      if (s.gold?.sort)
        say(
          s.gold.sort,
          id,
          text,
          words,
          s,
          `alone as ${s.entity.kind} ${s.entity.name}`,
          byCluster.get(s.gold.cluster),
        );
      continue;
    }
    sums[sort].ours++;
    const right = s.gold && other.gold?.cluster === s.gold.cluster;
    if (right && s.gold.sort === sort) sums[sort].right++;
    else if (right) sums[sort].ours--;
    else say(sort, id, text, words, s, `wrong: ${s.entity.name}`, s.gold ? byCluster.get(s.gold.cluster) : []);
  }
}

function groupBy(list, keyOf) {
  const groups = new Map();
  for (const item of list) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

/** "the ministry", "this company", where it refers and does not say what someone is ("X, the director", "X is the director"). */
function isDefinite(words, g) {
  if (g.form !== "description" || !/^(?:the|that|this|these|those)$/i.test(words[g.first].form)) return false;
  return words[g.head].deprel !== "appos" && !words.some((w) => w.head === g.head && w.deprel === "cop");
}

function antecedent(family, s) {
  const others = family.filter((o) => o !== s && o.form !== "pronoun");
  const known = others.filter((o) => o.gold);
  const pool = known.length > 0 ? known : others;
  return pool.findLast((o) => o.start < s.start) ?? pool.find((o) => o.start > s.start);
}

function scoreClusters(gold, ours) {
  const scoped = gold.filter(
    (g) => types.includes(g.type) && ["name", "description", "pronoun", "title"].includes(g.form),
  );
  const goldSets = [...groupBy(scoped, (g) => g.cluster).values()].filter((set) => set.some((g) => g.form === "name"));
  const linked = ours.filter((s) => s.entity && kinds[s.entity.kind]);
  const ourSets = [...groupBy(linked, (s) => s.entity.id).values()].filter((set) => set.some((s) => s.form === "name"));
  for (const set of goldSets)
    for (const g of set) {
      clusters.goldMass++;
      const same = g.ours?.entity ? set.filter((o) => o.ours?.entity?.id === g.ours.entity.id).length : 0;
      clusters.goldRight += same / set.length;
    }
  for (const set of ourSets)
    for (const s of set) {
      if (s.form === "name" && !s.gold) continue;
      clusters.ourMass++;
      const same = s.gold ? set.filter((o) => o.gold?.cluster === s.gold.cluster).length : 0;
      clusters.ourRight += same / set.filter((o) => o.form !== "name" || o.gold).length;
    }
}

function say(what, id, text, words, m, message, family = []) {
  if (what !== errors || (process.env.DOC && process.env.DOC !== id)) return;
  const [start, end] = [words[m.first].start, words[m.last].end];
  const clip = (a, b) => text.slice(Math.max(0, a), b).replace(/\s+/g, " ");
  const others = [
    ...new Set(family.filter((o) => o.form !== "pronoun" && o.form !== "other").map((o) => o.text.slice(0, 40))),
  ].slice(0, 3);
  console.log(
    `${id.slice(4)}  ${clip(start - 60, start)}[${clip(start, end)}]${clip(end, end + 40)}  ${message}  {${others.join(" | ")}}`,
  );
}

function f1({ gold, ours, right }) {
  return gold + ours === 0 ? 0 : (2 * right) / (gold + ours);
}
function report() {
  const p = clusters.ourRight / clusters.ourMass;
  const r = clusters.goldRight / clusters.goldMass;
  const percent = (share) => Number((100 * (share || 0)).toFixed(1));
  const rows = [
    ["names F1", f1(sums.names)],
    ["names exact F1", f1(sums.exact)],
    ...types.map((type) => [`${type} F1`, f1(sums[type])]),
    ...["pronouns", "short", "descriptions"].flatMap((key) => [
      [`${key} precision`, sums[key].right / sums[key].ours],
      [`${key} recall`, sums[key].right / sums[key].gold],
    ]),
    ["cluster B³ F1", (2 * p * r) / (p + r)],
  ].map(([measure, share]) => ({ measure, value: percent(share) }));
  if (args.includes("--json")) return console.log(JSON.stringify(rows));
  console.log(`${documents.length} documents`);
  for (const [key, t] of Object.entries(sums)) console.log(key.padEnd(14), JSON.stringify(t));
  for (const { measure, value } of rows) console.log(`${measure.padEnd(24)} ${value}`);
}
