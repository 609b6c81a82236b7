import type { Union } from "../model/index.js";
import type { Local } from "./entities.js";
import { normalName } from "./normal-name.js";

/** Joins people: by full name, its spellings and short forms; a bare surname to the one person of the story who bears it. */
export function joinPeople(locals: readonly Local[], union: Union): void {
  const bySurname = new Map<string, number[]>();
  const others = new Map<string, number[]>();
  const add = (to: Map<string, number[]>, key: string, i: number): void => {
    const known = to.get(key);
    if (known === undefined) to.set(key, [i]);
    else known.push(i);
  };
  const firstWords = new Set<string>();
  locals.forEach((entity, i) => {
    if (entity.anonymous || !entity.named) return;
    const words = normalName(entity.name).split(" ");
    if (entity.kind === "person" && words.at(-1)!.length > 1) add(bySurname, words.at(-1)!, i);
    else if (words.length === 1 && (entity.kind === "other" || entity.kind === "body")) add(others, words[0]!, i);
    else if (entity.kind === "body") firstWords.add(words[0]!);
  });
  for (const [surname, bearers] of bySurname) {
    // "Brill" whom one article does not show to be a person is the one that another names in full; not so "Fox" beside "Fox News".
    const open = firstWords.has(surname) ? [] : (others.get(surname) ?? []);
    joinBearers(bearers, open, locals, union);
  }
}

/** One surname: spellings of one full name join first; bare surnames join if that leaves a single person. */
function joinBearers(
  bearers: readonly number[],
  open: readonly number[],
  locals: readonly Local[],
  union: Union,
): void {
  const bare: number[] = [];
  const full: number[] = [];
  const byGiven = new Map<string, Given>();
  for (const i of bearers) {
    const name = normalName(locals[i]!.name).split(" ").slice(0, -1).join(" ");
    (name === "" ? bare : full).push(i);
    if (name === "") continue;
    const { gender } = locals[i]!;
    const same = byGiven.get(name) ?? { name, first: i, genders: new Set() };
    byGiven.set(name, same);
    union.join(same.first, i);
    if (gender !== null) same.genders.add(gender);
  }
  joinGiven([...byGiven.values()], union);
  const people = new Set(full.map((i) => union.find(i)));
  if (people.size === 1) for (const i of [...bare, ...open]) union.join(full[0]!, i);
  if (people.size === 0) for (const i of bare) union.join(bare[0]!, i);
}

/** A given name of bearers of one surname, with the first of them and what genders the articles show. */
interface Given {
  readonly name: string;
  readonly first: number;
  readonly genders: Set<string>;
}

/** Spellings first; then a short form, then an initial, where it can stand for one person only: "J. Roe" beside John and James is neither. */
function joinGiven(given: readonly Given[], union: Union): void {
  for (const a of given)
    for (const b of given)
      if (a.first < b.first && areAlike(a, b) && sameGiven(a.name, b.name)) union.join(a.first, b.first);
  for (const stands of [isShort, isInitial])
    for (const a of given) {
      const meant = given.filter((b) => b !== a && areAlike(a, b) && stands(a.name, b.name));
      if (new Set(meant.map((b) => union.find(b.first))).size === 1) union.join(a.first, meant[0]!.first);
    }
}

/** Not shown to be a man in the one and a woman in the other: "Paul Roe", "Paula Roe". */
const areAlike = ({ genders: a }: Given, { genders: b }: Given): boolean =>
  a.size === 0 || b.size === 0 || [...a].some((gender) => b.has(gender));

function sameGiven(a: string, b: string): boolean {
  if (a.length === 1 || b.length === 1) return false;
  // What stands before a full name is a title: "Agent Peter", "Police Chief Ann".
  if (a.endsWith(` ${b}`) || b.endsWith(` ${a}`)) return true;
  const [x, y] = [firstOf(a), firstOf(b)];
  return a[0] === b[0] && editDistance(x, y) <= (Math.min(a.length, b.length) >= 5 ? 2 : 1);
}

const firstOf = (given: string): string => given.split(" ")[0]!;

const isInitial = (initial: string, given: string): boolean => initial.length === 1 && given[0] === initial;

/** "Chris" for "Christopher", "Bill" for "William". */
function isShort(given: string, other: string): boolean {
  const [short, long] = [firstOf(given), firstOf(other)];
  return (
    (short.length >= 3 && long.length >= short.length + 2 && long.startsWith(short)) ||
    (shortForms.get(short)?.includes(long) ?? false)
  );
}

/** Short forms that are not how the given name begins. */
const shortForms: ReadonlyMap<string, readonly string[]> = new Map(
  `bill william|billy william|will william|bob robert|bobby robert|rob robert|chuck charles|charlie charles|mike michael
   |mick michael|dick richard|rick richard|jim james|jimmy james|joe joseph|tom thomas|ted edward theodore|ned edward
   |tony anthony|jack john|johnny john|dave david|steve stephen steven|jeff jeffrey geoffrey|larry lawrence laurence
   |hank henry|harry henry harold|peggy margaret|maggie margaret|liz elizabeth|beth elizabeth|betty elizabeth
   |kate katherine catherine|kathy katherine catherine|cathy catherine|sandy alexander sandra|alex alexander
   |nick nicholas|andy andrew|drew andrew|debbie deborah|sue susan|becky rebecca|jenny jennifer|patty patricia
   |trish patricia|mitch mitchell|bernie bernard|ed edward|eddie edward|jerry gerald jerome|terry terence
   |ron ronald|ken kenneth|ray raymond|greg gregory|doug douglas|vince vincent|gene eugene`
    .split("|")
    .map((line) => line.trim().split(/\s+/))
    .map(([short, ...long]) => [short!, long] as const),
);

/** Levenshtein's distance, for names. */
export function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length]!;
}
