import type { Derivation, Passage, Quote } from "../model/index.js";
import { changeOf } from "./change.js";
import { openBelow } from "./direction.js";
import { kindOf } from "./kind.js";
import type { Library } from "./library.js";
import { compareText } from "./library.js";
import type { Descent } from "./parents.js";
import type { WordRange } from "./reading.js";

/** Puts one descent into the words of the model: kind, score, direction with its reasons, passages. */
export function derivationOf(library: Library, descent: Descent): Derivation {
  const { kin } = descent;
  const forward = kin.b === descent.derived;
  const odds = forward ? kin.direction.odds : -kin.direction.odds;
  const open = Math.abs(odds) < openBelow;
  const swap =
    open && compareText(idOf(library, descent.derived), idOf(library, descent.source)) < 0 && !descent.partial;
  const [derived, source] = swap ? [descent.source, descent.derived] : [descent.derived, descent.source];
  const { kinship } = kin;
  const cover = kin.b === derived ? kinship.coverB : kinship.coverA;
  const change = changeOf(library.reading(kin.a), library.reading(kin.b), kinship.pairs);
  const noted = library.articles[derived]!.translatedFrom !== null;
  return {
    derived: idOf(library, derived),
    source: idOf(library, source),
    outlet: library.articles[source]!.outlet,
    kind: descent.partial ? "excerpt" : kindOf(kinship, cover, change, noted),
    score: round(Math.max(kinship.likeA, kinship.likeB)),
    probability: round(kinship.probability),
    direction: open ? "open" : "known",
    reasons: open ? [] : reasonsFor(kin.direction.reasons, kin.b === derived),
    passages: passagesOf(
      library,
      derived,
      source,
      kin.b === derived ? kinship.pairs.map((p) => [p.b, p.a]) : kinship.pairs.map((p) => [p.a, p.b]),
    ),
  };
}

const idOf = (library: Library, article: number): string => library.articles[article]!.id;
const round = (share: number): number => Math.round(Math.min(1, share) * 1000) / 1000;

function reasonsFor(reasons: readonly { readonly odds: number; readonly text: string }[], forward: boolean): string[] {
  return reasons.filter((reason) => reason.odds > 0 === forward).map((reason) => reason.text);
}

/** Aligned sentences, neighbours on both sides joined into one passage. In order of the derived text. */
function passagesOf(
  library: Library,
  derived: number,
  source: number,
  pairs: readonly (readonly number[])[],
): Passage[] {
  const [inDerived, inSource] = [library.reading(derived), library.reading(source)];
  const joined: { d: WordRange; s: WordRange; lastD: number; lastS: number }[] = [];
  for (const [d, s] of [...pairs].sort((x, y) => x[0]! - y[0]!) as [number, number][]) {
    const [x, y] = [inDerived.sentences[d]!, inSource.sentences[s]!];
    const last = joined.at(-1);
    if (last && d === last.lastD + 1 && s === last.lastS + 1)
      joined[joined.length - 1] = {
        d: { first: last.d.first, last: x.last },
        s: { first: last.s.first, last: y.last },
        lastD: d,
        lastS: s,
      };
    else joined.push({ d: x, s: y, lastD: d, lastS: s });
  }
  return joined.map(({ d, s }) => ({ derived: quoteOf(library, derived, d), source: quoteOf(library, source, s) }));
}

function quoteOf(library: Library, article: number, range: WordRange): Quote {
  const { text, start: starts, end: ends } = library.reading(article);
  const [start, end] = [starts[range.first]!, ends[range.last - 1]!];
  return { article: idOf(library, article), start, end, text: text.slice(start, end) };
}
