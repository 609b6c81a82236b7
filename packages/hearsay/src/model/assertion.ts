import type { Amount } from "./amount.js";
import type { EventType } from "./event.js";
import type { Interval } from "./interval.js";
import type { Span } from "./span.js";

/** One clause of one article that asserts something checkable, or has someone assert it: what claims are made of. */
export interface Assertion extends Span {
  readonly id: string;
  /** The sentence it stands in. */
  readonly sentence: Span;
  /** The meaning of the verb or predicate noun that carries it: a lemma, or `=` and the class of its synonyms. */
  readonly predicate: string;
  /** It is a noun and what belongs to it, with no verb: "her opposition to the pact". */
  readonly nominal: boolean;
  /** Meanings of its content words, names apart. */
  readonly words: readonly string[];
  /** Entities of the article that it names or whose pronoun it has. */
  readonly entities: readonly string[];
  /** Entities that are its subject, or modify it. */
  readonly subject: readonly string[];
  readonly roles: Roles;
  readonly amounts: readonly Measured[];
  /** Moments inside the clause that fix a stretch of time; "since" leaves the end open (9999), "until" the beginning (0000). */
  readonly times: readonly Interval[];
  /** It names a month of a year that nothing in the article settles. */
  readonly undated: boolean;
  /** Types of the events whose trigger it holds. */
  readonly events: readonly EventType[];
  readonly negated: boolean;
  /** It calls something untrue ("an invention"): then it need not have the predicate of what it denies. */
  readonly denial: boolean;
  /** It is what a report said that is taken back: "the paper withdrew its report that …". Null otherwise. */
  readonly takenBack: TakenBack | null;
  /** What a "no" before the subject says was not there: words, and entities of the article; empty otherwise. */
  readonly denied: { readonly words: readonly string[]; readonly entities: readonly string[] };
  /** It says who began, fired first, provoked. */
  readonly beginning: boolean;
  readonly conditional: boolean;
  /** It speaks of what will or would be. */
  readonly future: boolean;
  /** What it takes a stand on, if it takes one. */
  readonly stance: Stance | null;
  /** It refers back ("no such request"), so the assertion before it says what it is about. */
  readonly refersTo: string | null;
  /** The statement that reports it; null when the article asserts it itself. */
  readonly statement: string | null;
}

/** Who takes back what was reported. */
export interface TakenBack {
  /** Entities of the article. */
  readonly by: readonly string[];
  /** The words for whoever does; null where the article itself does, or nobody is named. */
  readonly name: string | null;
}

/** Who does what to whom. */
export interface Roles {
  readonly agent: Role;
  readonly patient: Role;
}

/** What stands in one role; nothing where the clause has none. */
export interface Role {
  /** Meanings of its head noun and of nouns compounded with it, names apart. */
  readonly heads: readonly string[];
  /** Entities of the article that it names or stands for. */
  readonly entities: readonly string[];
}

/** What a clause is for or against. */
export interface Stance {
  readonly leaning: "for" | "against";
  /** What it is about, as a meaning: a lemma, or `=` and the class of its synonyms. */
  readonly topic: string;
  /** The words for it. */
  readonly words: Span;
  /** Entities of the article named in these words. */
  readonly entities: readonly string[];
  /** Meanings of the other content words among them. */
  readonly details: readonly string[];
  /** The topic is a verb: with another object it is another issue. */
  readonly verbal: boolean;
  /** Shown by a deed ("closed", "delivered") or by its omission ("made no offer"), not said. */
  readonly deed: boolean;
  /** The clause has no subject of its own, with a verb that needs one ("declines the offer") or without ("to close the port"). */
  readonly implied: "stated" | "left" | null;
}

/** An amount in its clause. */
export interface Measured {
  readonly amount: Amount;
  /** What it measures, for comparing; null when that is not clear. */
  readonly measure: string | null;
  /** It counts a whole that the text treats as known: "its 22 crew", "all 24 members". */
  readonly whole: boolean;
  /** A bound that holds throughout: "never fell below 485". */
  readonly always: boolean;
  /** Whose or of what they are: entities named in what is counted. */
  readonly owners: readonly string[];
  /** Words that pick some out of many: "the first 17", "two additional sentences". */
  readonly picks: readonly string[];
  /** "Three of the seven": some of those that are counted elsewhere. */
  readonly part: boolean;
}
