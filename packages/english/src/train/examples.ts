import type { ConlluSentence } from "../conllu.js";
import { formKeys } from "../features.js";
import type { EmbeddingKeys } from "./embedding-keys.js";
import type { Example } from "./network.js";
import type { Lesson } from "./teach.js";
import { jointTag, type Names } from "./vocabulary.js";

/** A word met n times is hidden with this many chances in n plus this many. */
const hiding = 0.4;

/** A sentence as the network learns from it. */
export function exampleOf({ words }: ConlluSentence, keys: EmbeddingKeys, tags: Names, relations: Names): Example {
  return {
    ...wordsOf(
      words.map(({ form }) => form),
      keys,
    ),
    tags: Int32Array.from(words, (word) => Math.max(0, tags.find(jointTag(word)))),
    heads: Int32Array.from(words, ({ head }) => (head === 0 ? words.length : head - 1)),
    labels: Int32Array.from(words, ({ deprel }) => Math.max(0, relations.find(deprel))),
  };
}

/** The same for a sentence that teachers parsed. */
export function lessonExample({ forms, ...answers }: Lesson, keys: EmbeddingKeys): Example {
  return { ...wordsOf(forms, keys), ...answers };
}

function wordsOf(forms: readonly string[], keys: EmbeddingKeys): Pick<Example, "features" | "hide"> {
  const found = forms.map((form) => {
    const [word, ...parts] = formKeys(form);
    const rows = parts.flatMap((key) => keys.rows.get(key) ?? []);
    const own = keys.rows.get(word!);
    return { rows: Int32Array.from(own === undefined ? rows : [own, ...rows]), known: own !== undefined, key: word! };
  });
  return {
    features: found.map(({ rows }) => rows),
    hide: Float32Array.from(found, ({ known, key }) => (known ? hiding / (hiding + (keys.met.get(key) ?? 0)) : 0)),
  };
}
