// Articles without end for measuring growth: seeded, made from their number alone, so that none need be kept.

const stop =
  "the of to and a in that is was for on it with as at by from his they be this have are not had which their said were has been".split(
    " ",
  );
const length = 360;
const vocabulary = 40_000;

/** A small seeded generator (mulberry32). */
export function random(seed) {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const syllables = "ba ce di fo gu ka le mi no pu ra se ti vo wu za che sho tra ple".split(" ");
function wordOf(n) {
  let word = "";
  for (let rest = n + 20; rest > 0; rest = Math.floor(rest / 20)) word += syllables[rest % 20];
  return word;
}

/** Sentences of an article of its own, some 15 words each. */
function fresh(number) {
  const next = random(number * 2 + 1);
  const names = Array.from({ length: 14 }, () => nameOf(Math.floor(next() * namesInAll)));
  const sentences = [];
  for (let words = 0; words < length; ) {
    const size = 10 + Math.floor(next() * 10);
    const sentence = Array.from({ length: size }, () => oneWord(next, names)).join(" ");
    sentences.push(`${sentence[0].toUpperCase()}${sentence.slice(1)}.`);
    words += size;
  }
  return sentences;
}

const namesInAll = 20_000;
const nameOf = (n) => wordOf(n + vocabulary).replace(/^./, (letter) => letter.toUpperCase());

/** Common words with a long tail; the few names of the article; numbers. */
function oneWord(next, names) {
  const kind = next();
  if (kind < 0.42) return stop[Math.floor(next() ** 1.6 * stop.length)];
  if (kind < 0.92) return wordOf(Math.floor(vocabulary ** next()));
  return kind < 0.99 ? names[Math.floor(next() * names.length)] : String(2 + Math.floor(next() * 5000));
}

/** Every fifth article is half a copy: half of an earlier one among half of its own. `of` is that one, else null. */
export function article(number) {
  const own = fresh(number);
  if (number % 5 !== 4) return { text: own.join(" "), of: null };
  const of = Math.floor(random(number * 7 + 3)() * (number / 5)) * 5;
  const source = fresh(of);
  const from = Math.floor(source.length / 4);
  const taken = source.slice(from, from + Math.floor(source.length / 2));
  return { text: [...own.slice(0, own.length / 2), ...taken].join(" "), of };
}

/** One of thousands of near copies of one article: a word in thirty replaced. */
export function nearCopy(number) {
  const next = random(number * 11 + 5);
  return fresh(1)
    .join(" ")
    .replace(/[a-z]+/g, (word) => (next() < 1 / 30 ? wordOf(Math.floor(next() * vocabulary)) : word));
}
