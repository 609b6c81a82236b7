import { describe, expect, it } from "vitest";
import { alignSame } from "./align.js";
import { fingerprint } from "./fingerprint.js";
import { compareArticles } from "./kin.js";
import { Library } from "./library.js";
import { readingOf } from "./reading.js";

const text =
  "The tram depot at Ellery. It burned for nine hours on Sunday night. Nobody was hurt, said fire chief Mara Tillen, but 14 trams and the paint shop were lost.";
const broken = text.replace(/, but/, ",\nBut").replace("depot at ", "depot at\n").replace("Ellery. It", "Ellery it");

describe("alignSame", () => {
  it("pairs the same words however their lines are broken, each once", () => {
    const [a, b] = [readingOf(text), readingOf(broken)];
    expect(a.sentences.length).not.toBe(b.sentences.length);
    const pairs = alignSame(a, b)!;
    const kept = pairs.flatMap(({ match }) => match.kept);
    expect(kept).toEqual(Array.from({ length: a.form.length }, (_, i) => [i, i]));
    expect(alignSame(a, readingOf(`${text} More.`))).toBeNull();
    expect(alignSame(readingOf(""), readingOf(""))).toEqual([]);
  });

  it("lets one account for all of the other", () => {
    const library = new Library(
      [text, broken].map((own, i) => fingerprint({ id: `a-${i}`, text: own, date: null, outlet: null })),
    );
    expect(compareArticles(library, 0, 1)).toMatchObject({
      explainedA: 1,
      explainedB: 1,
      kinship: { coverA: 1, coverB: 1, likeA: 1, likeB: 1, verbatim: 1 },
    });
  });
});
