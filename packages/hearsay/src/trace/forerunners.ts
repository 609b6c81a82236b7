import { dateRange, datesTell, type Hours, hoursBetween, oddsOfGap, spanOf } from "./direction.js";
import type { Kin } from "./kin.js";
import type { Library } from "./library.js";

/** So sure that one was made from the other, in nats, that its date speaks for the other's. */
const surelyMade = 2;

/** The earliest of what was made from an article. */
interface Made {
  readonly by: number;
  readonly hours: Hours;
  /** Log odds that it was made from the article. */
  readonly odds: number;
}

/**
 * Adds to each direction what others made of the two articles: a text from which something was made that is older than the
 * other article is itself older than that. It counts where their own dates leave open which came first.
 */
export function weighForerunners(library: Library, kin: readonly Kin[]): Kin[] {
  const earliest = earliestMade(library, kin);
  return kin.map((k) => {
    if (datesTell(library.articles[k.a]!, library.articles[k.b]!)) return k;
    const [a, b] = [leanOf(library, earliest[k.a], k.b), leanOf(library, earliest[k.b], k.a)];
    if ((a === null) === (b === null)) return k;
    const reason = a ?? { odds: -b!.odds, text: b!.text };
    return { ...k, direction: { odds: k.direction.odds + reason.odds, reasons: [...k.direction.reasons, reason] } };
  });
}

/** By article; only where it is all but sure which of the two was made from the other. */
function earliestMade(library: Library, kin: readonly Kin[]): (Made | undefined)[] {
  const earliest: (Made | undefined)[] = Array.from({ length: library.articles.length });
  for (const { a, b, direction } of kin) {
    if (Math.abs(direction.odds) < surelyMade) continue;
    const [source, made] = direction.odds > 0 ? [a, b] : [b, a];
    const hours = dateRange(library.articles[made]!);
    const known = earliest[source];
    if (hours === null || (known !== undefined && known.hours.latest <= hours.latest)) continue;
    earliest[source] = { by: made, hours, odds: Math.abs(direction.odds) };
  }
  return earliest;
}

/** What speaks for an article being older than `other`; null where nothing made of it is. */
function leanOf(library: Library, made: Made | undefined, other: number) {
  const hours = dateRange(library.articles[other]!);
  if (made === undefined || made.by === other || hours === null) return null;
  const gap = hoursBetween(made.hours, hours);
  if (gap <= 0) return null;
  return { odds: Math.min(made.odds, oddsOfGap(gap)), text: `published ${spanOf(gap)} later than what was made of it` };
}
