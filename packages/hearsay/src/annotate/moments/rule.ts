import type { Interval, Moment } from "../../model/index.js";
import type { Place } from "./context.js";

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
  read(groups: Groups, place: Place, words: string): Reading | null;
}

/** A pattern of whole words, any case; a blank stands for any single white space. */
export const words = (source: string): RegExp =>
  new RegExp(`(?<![\\w$£€#/.]|\\w[-'’])(?:${source.replaceAll(" ", "\\s")})(?!\\w)`, "gi");

export const date = (value: string, mod: Moment["mod"] = null): Reading => ({ type: "DATE", value, mod });
