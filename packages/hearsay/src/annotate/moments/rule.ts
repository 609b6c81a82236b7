import type { Interval, Moment } from "../../model/index.js";
import type { Place } from "./context.js";
import { bitsOf, type Trigger } from "./triggers.js";

/** What an expression means where it stands. A clock time may lack its date ("T09:00"): it is given one afterwards. */
export interface Reading {
  readonly type: Moment["type"];
  readonly value: string;
  readonly mod?: Moment["mod"];
  /** A clock time that can mean morning or afternoon. */
  readonly halfDay?: true;
  /** A part of the day that means nothing without the date that follows it. */
  readonly needsDay?: true;
  /** Given where the value alone does not tell it. */
  readonly interval?: Interval;
}

/** A reading and where it was found. */
export interface Found {
  readonly start: number;
  readonly end: number;
  readonly reading: Reading;
}

export type Groups = Readonly<Record<string, string | undefined>>;

/** One shape of time expression. `read` answers null when the words mean something else here. */
export interface Rule {
  readonly pattern: RegExp;
  /** Bits of the triggers one of which every match holds, or stands right by. */
  readonly needs: number;
  read(groups: Groups, place: Place, words: string): Reading | null;
}

/** A pattern of whole words, any case; a blank stands for any single white space. */
export const words = (source: string): RegExp =>
  new RegExp(`(?<![\\w$£€#/.]|\\w[-'’])(?:${source.replaceAll(" ", "\\s")})(?!\\w)`, "gi");

/** A rule as it is written down: `on` where it needs other triggers than its list. */
export interface Draft extends Omit<Rule, "needs"> {
  readonly on?: readonly Trigger[];
}

export const rulesOn = (triggers: readonly Trigger[], drafts: readonly Draft[]): readonly Rule[] =>
  drafts.map(({ on = triggers, pattern, read }) => ({ needs: bitsOf(on), pattern, read }));

export const date = (value: string, mod: Moment["mod"] = null): Reading => ({ type: "DATE", value, mod });
