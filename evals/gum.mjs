// Reads the entity layer of a GUM treebank file (UD English GUM, CoNLL-U): documents with their text, their words
// with offsets into it, and the mentions of the `Entity=` brackets with type and cluster.
import { readFileSync } from "node:fs";

/**
 * @typedef {{ start: number, end: number, form: string, upos: string, head: number, deprel: string }} Word
 * @typedef {{ first: number, last: number, head: number, type: string, cluster: string }} GoldMention word indexes
 * @typedef {{ id: string, genre: string, text: string, words: Word[], mentions: GoldMention[] }} Document
 */

/** @returns {Document[]} */
export function readGum(path) {
  const documents = [];
  let open = null;
  for (const block of readFileSync(path, "utf8").split(/\n\s*\n/)) {
    const lines = block.split("\n").filter(Boolean);
    const id = lines.find((l) => l.startsWith("# newdoc id = "))?.slice("# newdoc id = ".length);
    if (id !== undefined) {
      open = { id, genre: id.split("_")[1], text: "", words: [], mentions: [], brackets: [] };
      documents.push(open);
    }
    if (open !== null) addSentence(open, lines);
  }
  for (const d of documents) for (const m of d.mentions) m.head = headOf(d.words, m);
  return documents;
}

function addSentence(document, lines) {
  const paragraph = lines.some((l) => l.startsWith("# newpar"));
  if (document.text !== "") document.text = paragraph ? `${document.text.trimEnd()}\n\n` : document.text;
  const base = document.words.length - 1;
  let range = null;
  for (const line of lines) {
    const [id, form, , upos, , , head, deprel, , misc = "_"] = line.split("\t");
    if (/^\d+-\d+$/.test(id)) {
      range = { last: Number(id.split("-")[1]), rest: form, spaced: !misc.includes("SpaceAfter=No") };
    } else if (/^\d+$/.test(id)) {
      const at = Number(id);
      const word = { ...place(document, form, range, at), form, upos, deprel };
      word.head = head === "0" ? -1 : base + Number(head);
      document.words.push(word);
      readBrackets(document, misc);
      const spaced = range ? range.last === at && range.spaced : !misc.includes("SpaceAfter=No");
      if (spaced) document.text += " ";
      if (range?.last === at) range = null;
    }
  }
}

/** Where a word stands; the words of a contraction share out its letters ("don't" is "do" and "n't"). */
function place(document, form, range, at) {
  const start = document.text.length;
  let letters = form;
  if (range) {
    const cut = at === range.last ? range.rest.length : Math.min(form.length, range.rest.length);
    letters = range.rest.slice(0, cut);
    range.rest = range.rest.slice(cut);
  }
  document.text += letters;
  return { start, end: start + letters.length };
}

/** `(7-person-new-…` opens, `7)` closes, `(7-person-new-…)` does both. */
function readBrackets(document, misc) {
  const value = misc.split("|").find((part) => part.startsWith("Entity="));
  const at = document.words.length - 1;
  for (const [whole, opened, closed] of (value?.slice(7) ?? "").matchAll(/\(([^()]+)\)?|([^()]+)\)/g)) {
    if (opened) {
      const [cluster, type] = opened.split("-");
      const mention = { first: at, last: at, head: at, type, cluster: cluster.replace(/\[.*$/, "") };
      document.mentions.push(mention);
      if (!whole.endsWith(")")) document.brackets.push(mention);
    } else {
      const i = document.brackets.findLastIndex((m) => m.cluster === closed.replace(/\[.*$/, ""));
      if (i >= 0) document.brackets.splice(i, 1)[0].last = at;
    }
  }
}

/** The first word of a stretch whose head in the tree lies outside it. */
export function headOf(words, { first, last }) {
  for (let i = first; i <= last; i++)
    if (words[i].upos !== "PUNCT" && (words[i].head < first || words[i].head > last)) return i;
  return first;
}
