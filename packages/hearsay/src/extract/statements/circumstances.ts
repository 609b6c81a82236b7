import type { Interval, Mention, Moment } from "../../model/index.js";
import type { Attribution } from "./decode.js";
import { ancestry, type Page } from "./page.js";
import { beginningIn } from "./spans.js";

/** To whom, where or through what, and when something was said. */
export interface Circumstances {
  readonly addressee: string | null;
  readonly venue: string | null;
  readonly when: Interval | null;
}

const hearers = new Set([
  "tell",
  "inform",
  "remind",
  "ask",
  "assure",
  "warn",
  "notify",
  "brief",
  "advise",
  "urge",
  "question",
  "interview",
]);
const venueWords = new Set(
  `briefing conference interview statement speech address email e-mail letter tweet post telegram twitter facebook x
  instagram television tv radio broadcast telephone phone call message meeting summit forum rally debate hearing
  parliament court session testimony remarks article op-ed column podcast video memo report note communique event
  ceremony visit press club news blog website newspaper magazine show programme program declaration panel committee
  assembly council senate congress telephone text channel`.split(/\s+/),
);

/** Reads the words around the cue that belong neither to source nor content. */
export function circumstancesOf(
  page: Page,
  a: Attribution,
  places: readonly Mention[],
  moments: readonly Moment[],
): Circumstances {
  const free = (t: number) => !a.content.includes(t) && !a.source.includes(t);
  const around = page.children[a.head]!.filter(free);
  return {
    addressee: addresseeOf(page, a, around, free),
    venue: venueOf(page, around, places, free),
    when: whenOf(page, a, moments),
  };
}

function addresseeOf(
  page: Page,
  a: Attribution,
  around: readonly number[],
  free: (t: number) => boolean,
): string | null {
  const hears = hearers.has(page.lemma[a.head]!);
  const found = around.find((t) => {
    const rel = page.deprel[t]!;
    if (hears && (rel === "obj" || rel === "iobj") && t > a.head) return true;
    return rel.startsWith("obl") && ["to", "before"].includes(caseOf(page, t)) && page.upos[t] !== "NUM";
  });
  return found === undefined ? null : phrase(page, found, free);
}

function venueOf(
  page: Page,
  around: readonly number[],
  places: readonly Mention[],
  free: (t: number) => boolean,
): string | null {
  const found = around.find((t) => {
    const preposition = caseOf(page, t);
    if (!page.deprel[t]!.startsWith("obl") || !/^(?:at|in|on|via|during|by|through|over|from|after)$/.test(preposition))
      return false;
    if (venueWords.has(page.lemma[t]!) || venueWords.has(page.lower[t]!)) return true;
    return (
      preposition !== "by" &&
      beginningIn(places, page.start[t]! - 80, page.start[t]! + 1).some((m) => page.start[t]! < m.end)
    );
  });
  return found === undefined ? null : phrase(page, found, free);
}

function caseOf(page: Page, t: number): string {
  const mark = page.children[t]!.find((c) => page.deprel[c] === "case");
  return mark === undefined ? "" : page.lower[mark]!;
}

/** The words of the subtree of a token, its preposition and anything after a comma left out. */
function phrase(page: Page, top: number, free: (t: number) => boolean): string {
  let [from, to] = [top, top];
  const belongs = (t: number) => {
    for (const at of ancestry(page, t, 12)) if (at === top) return true;
    return false;
  };
  const when =
    /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|tomorrow|tonight|last|earlier|later|this|on|after|before|in|at|during)$/;
  const ok = (t: number) => t >= 0 && t < page.size && free(t) && !/^[,;:()–—“”"]$/.test(page.lower[t]!) && belongs(t);
  // "told the Beacon Tuesday": the tree has the paper as part of the day.
  if (when.test(page.lower[top]!) && ok(top - 1)) from = to = top - 1;
  while (ok(from - 1) && page.deprel[from - 1] !== "case") from--;
  while (ok(to + 1) && !when.test(page.lower[to + 1]!)) to++;
  return page.text.slice(page.start[from]!, page.end[to]!).replace(/\s+/g, " ");
}

/** The time said nearest to the cue in its sentence, outside the content. */
function whenOf(page: Page, a: Attribution, moments: readonly Moment[]): Interval | null {
  const own = page.sentence[a.head]!;
  const [from, to] = [page.start[page.first[own]!]!, page.end[page.first[own + 1]! - 1]!];
  const inContent = (m: Moment) => a.content.some((t) => m.start < page.end[t]! && page.start[t]! < m.end);
  const near = beginningIn(moments, from, to).filter((m) => m.interval !== null && m.end <= to && !inContent(m));
  const distance = (m: Moment) =>
    Math.min(Math.abs(m.start - page.end[a.head]!), Math.abs(page.start[a.head]! - m.end));
  return [...near].sort((x, y) => distance(x) - distance(y) || x.start - y.start)[0]?.interval ?? null;
}
