import { bodyNouns, commonBodies, notNames, peopleNouns, portfolios, roleModifiers, roleNouns } from "./lexicon.js";
import type { NameFind } from "./names.js";
import { isPossessive, singular, type Word } from "./words.js";

/** Words that say what someone does or is, next to the name: [first, last] positions in the sentence. */
export interface RoleFind {
  readonly from: number;
  readonly to: number;
}

export const isRoleNoun = (word: Word): boolean => roleNouns.has(word.lower) || /^(?:ex|vice|co)-/.test(word.lower);
export const isPeopleNoun = (lower: string): boolean =>
  roleNouns.has(lower) || peopleNouns.has(lower) || roleNouns.has(singular(lower)) || peopleNouns.has(singular(lower));

const nominal = new Set(["NOUN", "ADJ", "PROPN"]);

function canPrecedeRole(word: Word): boolean {
  if (notNames.has(word.lower)) return false;
  if (nominal.has(word.upos) || word.capital) return true;
  if (word.upos === "VERB" && /(?:ed|ing)$/.test(word.lower)) return false;
  return (
    roleModifiers.has(word.lower) ||
    roleNouns.has(word.lower) ||
    commonBodies.has(word.lower) ||
    portfolios.has(word.lower)
  );
}

/** "army spokesman Brigadier X", "ministry of foreign affairs spokeswoman X": the office that ends right before `at`. */
export function roleBefore(sentence: readonly Word[], at: number): RoleFind | null {
  let from = at;
  while (from > 0 && at - from < 9) {
    const word = sentence[from - 1]!;
    if (isPossessive(word) && from < at && sentence[from - 2]?.capital) from -= 2;
    else if (canPrecedeRole(word)) from--;
    else if (
      word.lower === "of" &&
      bodyNouns.has(sentence[from - 2]?.lower ?? "") &&
      portfolios.has(sentence[from]?.lower ?? "")
    )
      from--;
    else break;
  }
  const found = sentence.slice(from, at);
  const last = found.at(-1);
  if (last === undefined || !found.some(isRoleNoun) || !isRoleNoun(last)) return null;
  return { from, to: at - 1 };
}

const determiners = new Set("a an the his her its their our my one another this that".split(" "));

/** "the Norlander ambassador, NAME": a description with a comma before the name. */
export function roleBeforeComma(sentence: readonly Word[], at: number): RoleFind | null {
  if (sentence[at - 1]?.text !== ",") return null;
  const direct = roleBefore(sentence, at - 1);
  const role = direct ?? longRoleBefore(sentence, at - 1);
  if (role === null) return null;
  const before = sentence[role.from - 1];
  const opens = before === undefined || determiners.has(before.lower) || isPossessive(before);
  return opens || direct === null ? role : null;
}

/** "the head of the relief agency, NAME": the role noun is not the last word. */
function longRoleBefore(sentence: readonly Word[], at: number): RoleFind | null {
  for (let i = at - 2; i >= 0 && at - i < 12; i--) {
    const word = sentence[i]!;
    if (word.upos === "PUNCT" || word.text === "," || word.upos === "VERB") return null;
    if (!isRoleNoun(word)) continue;
    const next = sentence[i + 1]!;
    if (!["of", "for", "at", "to", "in"].includes(next.lower)) return null;
    let from = i;
    while (from > 0 && canPrecedeRole(sentence[from - 1]!)) from--;
    return determiners.has(sentence[from - 1]?.lower ?? "") ? { from, to: at - 1 } : null;
  }
  return null;
}

const stops = new Set([",", ";", ":", "–", "—", "--", ")", "(", ".", "!", "?", '"', "“", "”"]);
const relatives = new Set(["who", "which", "whose", "that", "when", "where"]);

/** "NAME, the director of …," or "NAME, 52, an engineer": the role after the name at `at`, to the next stop or verb. */
export function roleAfter(sentence: readonly Word[], at: number): RoleFind | null {
  let i = at + 1;
  if (sentence[i]?.text !== "," && sentence[i]?.text !== "(" && sentence[i]?.text !== "–" && sentence[i]?.text !== "—")
    return null;
  i++;
  if (/^\d{1,3}$/.test(sentence[i]?.text ?? "") && sentence[i + 1]?.text === ",") i += 2;
  if (determiners.has(sentence[i]?.lower ?? "") || (isPossessive(sentence[i + 1]) && sentence[i]!.capital)) {
    return roleFrom(sentence, determiners.has(sentence[i]!.lower) ? i + 1 : i);
  }
  const first = sentence[i];
  if (first === undefined || !(isRoleNoun(first) || roleModifiers.has(first.lower) || portfolios.has(first.lower)))
    return null;
  return roleFrom(sentence, i);
}

/** "NAME is a senior fellow at …". */
export function roleOfCopula(sentence: readonly Word[], at: number): RoleFind | null {
  if (!["is", "was"].includes(sentence[at + 1]?.lower ?? "")) return null;
  if (!["a", "an", "the"].includes(sentence[at + 2]?.lower ?? "")) return null;
  return roleFrom(sentence, at + 3);
}

/** A role phrase that begins at `from`: its role noun must come before any preposition. */
function roleFrom(sentence: readonly Word[], from: number): RoleFind | null {
  const noun = firstRoleNoun(sentence, from);
  if (noun === null || namesAnother(sentence, noun)) return null;
  let to = noun;
  while (to + 1 < sentence.length && to - from < 18 && !endsRole(sentence, to + 1)) to++;
  while (to > noun && hanging.has(sentence[to]!.lower)) to--;
  return { from, to };
}

/** A role does not end with these. */
const hanging = new Set("and or of for at in to the a an with".split(" "));

/** "…, Minister of Foreign Affairs NAME": the role belongs to the name after it. */
function namesAnother(sentence: readonly Word[], noun: number): boolean {
  let at = noun + 1;
  while (sentence[at] && (portfolios.has(sentence[at]!.lower) || ["of", "for"].includes(sentence[at]!.lower))) at++;
  const before = sentence[at - 1]!.lower;
  return sentence[at]?.capital === true && before !== "of" && before !== "for";
}

/** Nouns of trade and office that no list holds: "underwriter", "hydrologist", "beekeeper". */
const agentive = /^\p{L}{3,}(?:er|or|ist|ian|eer|man|woman|person|smith|wright)$/u;

function firstRoleNoun(sentence: readonly Word[], from: number): number | null {
  let noun: number | null = null;
  for (let i = from; i < sentence.length && i - from < 8; i++) {
    const word = sentence[i]!;
    if (isRoleNoun(word) || (peopleNouns.has(word.lower) && word.upos !== "ADJ")) noun = i;
    else if (word.upos === "NOUN" && agentive.test(word.lower)) noun = i;
    else if (stops.has(word.text) || !(canPrecedeRole(word) || isPossessive(word) || word.upos === "NUM")) break;
  }
  return noun;
}

function endsRole(sentence: readonly Word[], at: number): boolean {
  const word = sentence[at]!;
  if (stops.has(word.text) || relatives.has(word.lower)) return true;
  return ["VERB", "AUX"].includes(word.upos) && !/ing$/.test(word.lower) && !word.capital;
}

/** The words of a role as one string of the text. */
export const roleText = (text: string, sentence: readonly Word[], role: RoleFind): string =>
  text.slice(sentence[role.from]!.start, sentence[role.to]!.end).replace(/\s+/g, " ");

/** Gender as the role's own words show it. */
export function genderOfRole(role: string): "f" | "m" | null {
  if (/\b(?:\w+woman|woman|wife|mother|sister|daughter|actress|headmistress|nun|queen|princess)\b/i.test(role))
    return "f";
  if (
    /\b(?:spokesman|chairman|businessman|congressman|fisherman|policeman|serviceman|man|husband|father|brother|son|monk|priest|king|prince)\b/i.test(
      role,
    )
  )
    return "m";
  return null;
}

/** Everything next to a name that says what its bearer does; the words before the name first. */
export function rolesOf(sentence: readonly Word[], find: NameFind): RoleFind[] {
  const [first, last] = [find.words[0]!.at, find.words.at(-1)!.at];
  const start = find.role[0]?.at ?? honorificStart(sentence, first);
  const titled: RoleFind | null = find.role.length > 0 ? { from: start, to: find.role.at(-1)!.at } : null;
  const before = roleBefore(sentence, start);
  const prefix = before ? { from: before.from, to: titled ? titled.to : before.to } : titled;
  const all = [
    prefix,
    roleBeforeComma(sentence, prefix ? prefix.from : start),
    roleAfter(sentence, last),
    roleOfCopula(sentence, last),
  ];
  return all.filter((r): r is RoleFind => r !== null);
}

function honorificStart(sentence: readonly Word[], first: number): number {
  const before = sentence[first - 1];
  return before && /^(?:mr|mrs|ms|dr|prof|sir|dame|lord|lady)\.?$/i.test(before.text) ? first - 1 : first;
}
