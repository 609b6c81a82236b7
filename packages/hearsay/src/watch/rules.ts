import { HearsayError } from "../model/index.js";
import { type Change, type ChangeKind, changeKinds } from "../tell/changes.js";
import { itemBlocks } from "../tell/paper/paper.js";

/** What somebody wants to hear of, and when. */
export interface Rules {
  readonly kinds: ReadonlySet<ChangeKind>;
  /** Only changes whose words match. */
  readonly about: RegExp | null;
  /** Minutes after midnight, local time: from, until. Nothing is sent meanwhile; it is told afterwards. */
  readonly quiet: readonly [from: number, until: number] | null;
}

/** As people write them. */
export interface RuleText {
  readonly only?: string;
  readonly about?: string;
  readonly quiet?: string;
}

/** What is told unless somebody asks for other things: a new article alone changes nothing that is established. */
const usual: readonly ChangeKind[] = changeKinds.filter((kind) => kind !== "article");

/** @throws HearsayError `usage.rules` */
export function rulesOf({ only, about, quiet }: RuleText): Rules {
  return { kinds: kindsOf(only), about: patternOf(about), quiet: hoursOf(quiet) };
}

function kindsOf(text: string | undefined): ReadonlySet<ChangeKind> {
  if (text === undefined) return new Set(usual);
  const names = text.split(",").map((one) => one.trim());
  const wrong = names.find((one) => !(changeKinds as readonly string[]).includes(one));
  if (wrong !== undefined)
    throw new HearsayError("usage.rules", `--only does not know "${wrong}": use ${changeKinds.join(", ")}.`);
  return new Set(names as ChangeKind[]);
}

function patternOf(text: string | undefined): RegExp | null {
  if (text === undefined) return null;
  try {
    return new RegExp(text, "iu");
  } catch (error) {
    throw new HearsayError("usage.rules", `--about is no regular expression: ${(error as Error).message}`);
  }
}

function hoursOf(text: string | undefined): Rules["quiet"] {
  if (text === undefined) return null;
  const [, h1, m1 = "0", h2, m2 = "0"] = /^(\d{1,2})(?::(\d{2}))?-(\d{1,2})(?::(\d{2}))?$/.exec(text) ?? [];
  const [from, until] = [Number(h1) * 60 + Number(m1), Number(h2) * 60 + Number(m2)];
  if (!(from < 24 * 60 && until <= 24 * 60 && Number(m1) < 60 && Number(m2) < 60))
    throw new HearsayError("usage.rules", `--quiet takes hours such as 22:00-07:00, not "${text}".`);
  return [from, until];
}

/** Whether nobody is to be disturbed at this moment. */
export function isQuiet({ quiet }: Rules, now: Date): boolean {
  if (quiet === null) return false;
  const [from, until] = quiet;
  const minute = now.getHours() * 60 + now.getMinutes();
  return from <= until ? from <= minute && minute < until : minute >= from || minute < until;
}

/** Whether a change is about what was asked for. */
export const isAbout = ({ about }: Rules, { line }: Change): boolean => about === null || about.test(textOf(line));

/** A line as plain text, those under it included. */
export const textOf = (line: Change["line"]): string =>
  itemBlocks(line, () => null)
    .map(({ runs }) => runs.map(({ text }) => text).join(""))
    .join(" – ");

/** "90s", "15m", "2h", "1d" in milliseconds. @throws HearsayError `usage.every` */
export function everyOf(text: string): number {
  const [, count, unit] = /^(\d{1,5})(s|m|h|d)$/.exec(text) ?? [];
  const each = Number(count) * ({ s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 }[unit ?? ""] ?? Number.NaN);
  if (each >= 30_000 && each <= 7 * 86_400_000) return each;
  throw new HearsayError("usage.every", `--every takes 30s to 7d, such as 15m or 2h, not "${text}".`);
}
