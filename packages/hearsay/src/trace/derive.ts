import type { Derivation, Passage, Quote } from "../model/index.js";
import { openBelow } from "./direction.js";
import { kindOf } from "./kind.js";
import type { Library } from "./library.js";
import type { Outline } from "./outline.js";
import { type Descent, shown } from "./parents.js";
import type { Stretch } from "./sentences.js";

/** Puts one descent into the words of the model: kind, score, direction with its reasons, passages. */
export function derivationOf(library: Library, descent: Descent): Derivation {
  const { kin } = descent;
  const forward = kin.b === descent.derived;
  const odds = forward ? kin.direction.odds : -kin.direction.odds;
  const open = Math.abs(odds) < openBelow;
  const { derived, source } = shown(library, descent);
  const { kinship } = kin;
  const cover = kin.b === derived ? kinship.coverB : kinship.coverA;
  const noted = library.articles[derived]!.translatedFrom !== null;
  return {
    derived: idOf(library, derived),
    source: idOf(library, source),
    outlet: library.articles[source]!.outlet,
    kind: descent.partial ? "excerpt" : kindOf(kinship, cover, kin.change, noted),
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
  const [inDerived, inSource] = [library.outline(derived), library.outline(source)];
  const joined: { d: Stretch; s: Stretch; lastD: number; lastS: number }[] = [];
  for (const [d, s] of [...pairs].sort((x, y) => x[0]! - y[0]!) as [number, number][]) {
    const [x, y] = [stretchOf(inDerived, d), stretchOf(inSource, s)];
    const last = joined.at(-1);
    if (last && d === last.lastD + 1 && s === last.lastS + 1)
      joined[joined.length - 1] = {
        d: { start: last.d.start, end: x.end },
        s: { start: last.s.start, end: y.end },
        lastD: d,
        lastS: s,
      };
    else joined.push({ d: x, s: y, lastD: d, lastS: s });
  }
  return joined.map(({ d, s }) => ({ derived: quoteOf(library, derived, d), source: quoteOf(library, source, s) }));
}

const stretchOf = ({ starts, ends }: Outline, sentence: number): Stretch => ({
  start: starts[sentence]!,
  end: ends[sentence]!,
});

function quoteOf(library: Library, article: number, { start, end }: Stretch): Quote {
  const { id, text } = library.articles[article]!;
  return { article: id, start, end, text: text.slice(start, end) };
}
