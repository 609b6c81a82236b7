import type { ConlluSentence } from "../conllu.js";
import { applyLongest, type LemmaRule, type LemmaTables, lemmaForm, longestEnding } from "../lemma.js";
import { irregularLemmas } from "./irregular.js";
import { frequent } from "./vocabulary.js";

/** Every (tag, form) with its lemma counts; misspelt words that the annotators put right are left out. */
function lemmaCounts(sentences: readonly ConlluSentence[]): Map<string, Map<string, number>> {
  const seen = new Map<string, Map<string, number>>();
  for (const { words } of sentences)
    for (const word of words) {
      if (/Typo=Yes|Abbr=Yes/u.test(word.feats) || word.lemma === "_") continue;
      const key = `${word.xpos} ${lemmaForm(word.form, word.xpos)}`;
      const counts = seen.get(key) ?? new Map<string, number>();
      seen.set(key, counts.set(word.lemma, (counts.get(word.lemma) ?? 0) + 1));
    }
  return seen;
}

/** The edit that turns `form` into `lemma`: what is cut after their common beginning, and what is added. */
function editOf(form: string, lemma: string): LemmaRule {
  let same = 0;
  while (same < form.length && same < lemma.length && form[same] === lemma[same]) same++;
  return { cut: form.length - same, add: lemma.slice(same) };
}

/** Rules for endings met in three words or more that agree at least six times in ten, and the words they get wrong. */
export function learnLemmas(sentences: readonly ConlluSentence[]): LemmaTables {
  const best = new Map([...lemmaCounts(sentences)].map(([key, counts]) => [key, frequent(counts, 1)[0]!]));
  const rules = learnRules(best);
  const exceptions = new Map<string, string>();
  for (const [key, lemma] of new Map([...irregularLemmas(), ...best])) {
    const [xpos, form] = split(key);
    if (applyLongest(form, xpos, rules) !== lemma) exceptions.set(key, lemma);
  }
  return { rules, exceptions };
}

function split(key: string): [string, string] {
  const space = key.indexOf(" ");
  return [key.slice(0, space), key.slice(space + 1)];
}

function learnRules(best: ReadonlyMap<string, string>): Map<string, LemmaRule> {
  const votes = new Map<string, Map<string, number>>();
  for (const [key, lemma] of best) {
    const [xpos, form] = split(key);
    const edit = JSON.stringify(editOf(form, lemma));
    for (let n = 0; n <= Math.min(longestEnding, form.length - 1); n++) {
      const ending = `${xpos} ${n === 0 ? "" : form.slice(-n).toLowerCase()}`;
      const counts = votes.get(ending) ?? new Map<string, number>();
      votes.set(ending, counts.set(edit, (counts.get(edit) ?? 0) + 1));
    }
  }
  return new Map([...votes].flatMap(([ending, counts]) => ruleFrom(ending, counts)));
}

function ruleFrom(ending: string, counts: ReadonlyMap<string, number>): [string, LemmaRule][] {
  const edit = frequent(counts, 1)[0]!;
  const total = [...counts.values()].reduce((a, b) => a + b, 0);
  const general = ending.endsWith(" ");
  if (!general && (total < 3 || counts.get(edit)! / total < 0.6)) return [];
  return [[ending, JSON.parse(edit) as LemmaRule]];
}

/** Drops rules that say what the rule for the next shorter ending says anyway. */
export function withoutRepeats(rules: ReadonlyMap<string, LemmaRule>): Map<string, LemmaRule> {
  return new Map(
    [...rules].filter(([key, rule]) => {
      const [xpos, ending] = split(key);
      for (let n = ending.length - 1; n >= 0; n--) {
        const shorter = rules.get(`${xpos} ${n === 0 ? "" : ending.slice(-n)}`);
        if (shorter !== undefined) return shorter.cut !== rule.cut || shorter.add !== rule.add;
      }
      return true;
    }),
  );
}
