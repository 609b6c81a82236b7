import type { Sentence } from "@hearsay/english";
import type { Word } from "./words.js";

/** A common noun that names no one but that "it" or "they" may mean; it takes part in resolving and is not kept. */
export interface Thing {
  readonly word: Word;
  readonly plural: boolean;
}

const argument = /^(?:nsubj|obj|iobj|obl|nmod|conj|root|appos|dislocated)/;
const noThing = new Set(
  "day week month year time hour minute moment morning afternoon evening night way lot kind sort part one thing".split(
    " ",
  ),
);

/** What is only measured is seldom meant again: "nine kilometres", "18 million crowns". */
const measured =
  /^(?:(?:kilo|centi|milli)?(?:met(?:re|er)|gram(?:me)?|lit(?:re|er))s?|miles?|feet|inch(?:es)?|acres?|hectares?|ton(?:ne)?s?|pounds?|dollars?|euros?|crowns?|yen|francs?|rubles?|roubles?|rupees?|cents?|percent|degrees?|(?:mega|giga|kilo)?watts?|barrels?|points?|knots?|gallons?)$/;

/** The things of a sentence; words at `taken` positions belong to mentions. */
export function thingsOf(sentence: Sentence, words: readonly Word[], taken: ReadonlySet<number>): Thing[] {
  const out: Thing[] = [];
  for (const word of words) {
    if (word.upos !== "NOUN" || taken.has(word.at) || noThing.has(word.lemma) || measured.test(word.lower)) continue;
    if (argument.test(sentence.tokens[word.to]!.deprel)) out.push({ word, plural: word.xpos === "NNS" });
  }
  return out;
}
