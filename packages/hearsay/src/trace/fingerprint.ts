import { contentHash, type Interval } from "../model/index.js";
import { type Citation, citationsOf, creditsOf, translationNote } from "./citations.js";
import { outletKey } from "./outlets.js";
import { type Outline, outlineOf } from "./outline.js";
import { type Reading, readingOf } from "./reading.js";
import { seedsOf } from "./seeds.js";
import { wordClass } from "./words.js";

/** What tracing needs to know of an article. */
export interface TraceInput {
  readonly id: string;
  readonly title?: string;
  readonly text: string;
  /** ISO 8601 date or date-time. */
  readonly date: string | null;
  readonly dateWithin?: Interval | null;
  readonly outlet: string | null;
  readonly agency?: string | null;
  readonly translatedFrom?: string | null;
  readonly url?: string | null;
}

/** All that tracing asks of one article: plain data, cacheable by the article's content. */
export interface Fingerprint {
  readonly id: string;
  readonly text: string;
  readonly date: string | null;
  readonly dateWithin: Interval | null;
  readonly outlet: string | null;
  /** Agencies and outlets the text itself gives as its source. */
  readonly credits: readonly string[];
  /** Language it says it was translated from; "" where the note names none; null without a note. */
  readonly translatedFrom: string | null;
  readonly citations: readonly Citation[];
  readonly outline: Outline;
  /** Equal for equal texts, and else not but by chance. */
  readonly mark: string;
  /** Left out where little is to be kept: they are made from the text again where they are asked for. */
  readonly words?: Words;
}

/** What an article is found by and counted with. */
export interface Words {
  /** Hashes by which articles that may share a passage find each other. */
  readonly seeds: readonly number[];
  /** Hashes of the stems of its words, stop words left out, each once. */
  readonly stems: readonly number[];
}

/** A fingerprint without what is made from the text again, and without the text. */
export type Card = Omit<Fingerprint, "text" | "words">;

export function cardOf({ text: _, words: __, ...card }: Fingerprint): Card {
  return card;
}

/** Reads one article for tracing. Pure; the result may be stored as JSON and used again. */
export function fingerprint(input: TraceInput): Fingerprint {
  const reading = readingOf(input.text);
  return {
    id: input.id,
    text: input.text,
    date: input.date,
    dateWithin: input.dateWithin ?? null,
    outlet: input.outlet ?? outletOf(input.url ?? null),
    credits: [...new Set([...(input.agency ? [input.agency] : []), ...creditsOf(input.text)])],
    translatedFrom: input.translatedFrom ?? translationNote(input.text),
    citations: citationsOf(input.text),
    outline: outlineOf(reading),
    mark: contentHash(input.text).slice(0, 12),
    words: wordsOf(reading),
  };
}

export function wordsOf(reading: Reading): Words {
  return {
    seeds: seedsOf(reading),
    stems: [...new Set(reading.stem.filter((_, i) => reading.kind[i] !== wordClass.stop))],
  };
}

/** The host of an address stands for the outlet where none is named. */
function outletOf(url: string | null): string | null {
  const host = url === null ? null : /^https?:\/\/([^/?#:]+)/iu.exec(url)?.[1];
  return host ? outletKey(host) : null;
}
