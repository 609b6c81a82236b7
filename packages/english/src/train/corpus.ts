import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type ConlluSentence, readConllu } from "../conllu.js";

/**
 * The GUM genres whose texts may be used and changed: CC BY (Wikinews, Wikivoyage, vlogs, textbooks), public domain
 * (speeches), CC BY-SA (Wikipedia). Conversations are left out: their source corpus is published without derivatives.
 */
export const freeGenres: ReadonlySet<string> = new Set([
  "news",
  "interview",
  "voyage",
  "vlog",
  "textbook",
  "speech",
  "bio",
]);

/** The training sentences: all of EWT's, and GUM's documents of the free genres. */
export function trainingSentences(folder: string): ConlluSentence[] {
  const gum = read(folder, "en_gum-ud-train-free.conllu");
  return [...read(folder, "en_ewt-ud-train.conllu"), ...gum.filter(isFree)];
}

/** The sentences of one file. */
export function read(folder: string, file: string): ConlluSentence[] {
  return readConllu(readFileSync(join(folder, file), "utf8"));
}

/** Whether a GUM sentence, by its "sent_id = GUM_genre_…", belongs to a free genre. */
export function isFree(sentence: ConlluSentence): boolean {
  const id = sentence.lines
    .map((line) => (line.kind === "verbatim" ? line.text : ""))
    .find((text) => text.startsWith("# sent_id"));
  return freeGenres.has(/GUM_([a-z]+)_/u.exec(id ?? "")?.[1] ?? "");
}
