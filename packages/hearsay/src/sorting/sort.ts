import {
  articleId,
  type Found,
  type KeptCapture,
  type Kept as KeptOne,
  keepFound,
  type StoryStore,
  sharingHints,
  type Workshop,
} from "../engine/index.js";
import { inTurn, type Move, nameFor } from "../finding/index.js";
import { addressIn, type Diagnostic, isLasting, type Judgement } from "../model/index.js";
import { byOneself } from "./alone.js";
import { carryJudgements, type Placement, putInto, takeOut } from "./carry.js";
import { placedByHand } from "./placed.js";
import { type Filing, filingsOf, finderOf, type Kept, keepFilings, keepState, knownOf, namesOf } from "./stream.js";

/** What sorting works with besides the stream. */
export interface Sorting {
  /** The stream, opened. */
  readonly stream: Workshop;
  /** Opens a story by its name, made when there is none. */
  readonly open: (story: string) => Promise<StoryStore>;
  /** The names of the stories there are. */
  readonly storyNames: () => Promise<readonly string[]>;
  /** Brings a story up to date, or leaves that to others. */
  readonly bringUp: (story: string) => Promise<void>;
  /** ISO 8601, UTC. */
  readonly now: () => string;
  /** So many articles make a story; of fewer nothing is told yet. */
  readonly least: number;
  /** Stories that few may know of: what was judged in them stays in them, and no other names them. */
  readonly few?: ReadonlySet<string>;
  /** Of a process that stays: how the finder stood when it sorted last. */
  readonly memory?: { kept: Kept | null };
}

/** What one run of sorting did. */
export interface Sorted {
  readonly kept: readonly KeptOne[];
  readonly diagnostics: readonly Diagnostic[];
  /** What went where: from the stream (null) or a story, into a story or back among those of none (null). */
  readonly carried: readonly Carried[];
  /** Stories that did not exist before. */
  readonly begun: readonly string[];
  /** The stories that articles of the stream lie in. */
  readonly stories: readonly string[];
  /** Articles that lie in no story. */
  readonly alone: number;
}

export interface Carried {
  readonly from: string | null;
  readonly to: string | null;
  readonly articles: readonly string[];
  /** Whether nothing of `from` is left there. */
  readonly whole: boolean;
}

/**
 * Keeps what is found in the stream, finds each article its story, and carries everything that is not where it belongs there.
 * What is kept stays kept whatever happens next; an interrupted run is completed by the next one, and sorting again changes
 * nothing. One process at a time sorts a stream.
 * @throws HearsayError `stream.busy`
 */
export function sort(sorting: Sorting, found: AsyncIterable<Found>): Promise<Sorted> {
  const { stream } = sorting;
  return byOneself(stream.store, async () => {
    const { kept, diagnostics } = await keepFound(stream, found);
    const captures = sharingHints(await stream.store.captures());
    const said = await placeNew(sorting, captures);
    return { kept, diagnostics: [...diagnostics, ...said], ...(await carryAll(sorting, captures)) };
  });
}

/** Finds those captures their story that have none yet, in the order of a stream, and keeps that. */
async function placeNew(sorting: Sorting, captures: readonly KeptCapture[]): Promise<readonly Diagnostic[]> {
  const { stream, memory } = sorting;
  const filings = await filingsOf(stream);
  const fresh = captures.filter(({ hash }) => !filings.has(hash));
  if (fresh.length === 0) return [];
  const { known, diagnostics } = await knownOf(stream, fresh);
  const before = await finderOf(stream, captures, memory?.kept ?? null);
  // Until it is kept: a finder that knows more than what is kept would not tell again what moved.
  if (memory !== undefined) memory.kept = null;
  const changed = new Map<string, Filing>();
  const file = (hash: string, filing: Filing) => {
    filings.set(hash, filing);
    changed.set(hash, filing);
  };
  const forerunners = forerunnersOf(captures, filings);
  for (const hash of fresh.filter((one) => known.get(one.hash) === null).map((one) => one.hash))
    file(hash, { story: 0, follows: null, in: null });
  for (const { newcomer } of [...known.values()]
    .flatMap((one) => one ?? [])
    .sort((a, b) => inTurn(a.newcomer, b.newcomer))) {
    const follows = forerunners.get(newcomer.id) ?? null;
    if (follows !== null) {
      file(newcomer.id, { story: 0, follows, in: null });
      continue;
    }
    const { story, settled } = before.finder.add(newcomer);
    for (const move of settled) moveAll(filings, move, file);
    file(newcomer.id, { story, follows: null, in: null });
  }
  const names = await named(sorting, filings, captures);
  const kept = await keepState(stream, before, changed, names);
  if (memory !== undefined) memory.kept = kept;
  return diagnostics;
}

/** What is closed of a story that has become part of another goes there too. */
function moveAll(
  filings: ReadonlyMap<string, Filing>,
  { from, to, articles, whole }: Move,
  file: (hash: string, filing: Filing) => void,
): void {
  const moved = new Set(articles);
  for (const [hash, filing] of filings)
    if (filing.story === from && (whole || moved.has(hash))) file(hash, { ...filing, story: to });
}

/** Captures that a lasting place shows after another that is filed: the same article, as it reads now. */
function forerunnersOf(captures: readonly KeptCapture[], filings: ReadonlyMap<string, Filing>) {
  const shown = new Map<string, { readonly hash: string; readonly first: string }>();
  const isArticle = (filing: Filing | undefined) =>
    filing !== undefined && (filing.story > 0 || filing.follows !== null);
  for (const { hash, places } of captures.filter((one) => isArticle(filings.get(one.hash))))
    for (const { place, first } of places.filter((one) => isLasting(one.place)))
      if ((shown.get(addressIn(place) ?? place)?.first ?? "") <= first)
        shown.set(addressIn(place) ?? place, { hash, first });
  const forerunners = new Map<string, string>();
  for (const { hash, places } of captures) {
    if (filings.has(hash)) continue;
    const before = places.flatMap(({ place }) =>
      isLasting(place) ? (shown.get(addressIn(place) ?? place) ?? []) : [],
    );
    if (before.length > 0) forerunners.set(hash, before[0]!.hash);
  }
  return forerunners;
}

/** Names for the stories that have become large enough: each from the title of its earliest article. */
async function named(sorting: Sorting, filings: ReadonlyMap<string, Filing>, captures: readonly KeptCapture[]) {
  const names = await namesOf(sorting.stream);
  const members = new Map<number, string[]>();
  for (const [hash, { story }] of filings) if (story > 0) members.set(story, [...(members.get(story) ?? []), hash]);
  const large = [...members].filter(([number, own]) => !names.has(number) && own.length >= sorting.least);
  if (large.length === 0) return names;
  const taken = new Set([...names.values(), ...(await sorting.storyNames())].map((name) => name.toLowerCase()));
  const byHash = new Map(captures.map((capture) => [capture.hash, capture]));
  for (const [number, own] of large.sort(([a], [b]) => a - b)) {
    const { known } = await knownOf(
      sorting.stream,
      own.flatMap((hash) => byHash.get(hash) ?? []),
    );
    const [first] = [...known.values()].flatMap((one) => one ?? []).sort((a, b) => inTurn(a.newcomer, b.newcomer));
    const name = nameFor(first?.title ?? "", (one) => taken.has(one));
    taken.add(name);
    names.set(number, name);
  }
  return names;
}

/** Carries every article that is not where it belongs there, and its analysts' judgements with it; then says so. */
async function carryAll(sorting: Sorting, captures: readonly KeptCapture[]) {
  const { stream, now } = sorting;
  const [filings, names] = [await filingsOf(stream), await namesOf(stream)];
  const { wanted, byHand } = wantedBy(filings, names, await stream.store.judgements());
  const byHash = new Map(captures.map((capture) => [capture.hash, capture]));
  const groups = new Map<string, { from: string | null; to: string | null; hashes: string[] }>();
  for (const [hash, filing] of filings) {
    const to = wanted(hash);
    if (!byHash.has(hash)) continue;
    for (const from of leaving(filing, to)) {
      const key = JSON.stringify([from, to]);
      const group = groups.get(key) ?? { from, to, hashes: [] };
      group.hashes.push(hash);
      groups.set(key, group);
    }
  }
  const before = new Set(groups.size === 0 ? [] : await sorting.storyNames());
  const members = membersOf(filings, wanted);
  await keepFilings(stream.store, setOut(filings, groups.values()));
  const carried: Carried[] = [];
  for (const [, { from, to, hashes }] of [...groups].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const own = hashes.sort().map((hash) => byHash.get(hash)!);
    const left = from !== null && before.has(from) ? from : null;
    // Also what lies there already: the story may have been removed, or an older one restored.
    const all = [...own, ...(members.get(to) ?? []).flatMap((hash) => byHash.get(hash) ?? [])];
    const placed = own.flatMap(({ hash }) => {
      const said = byHand(hash);
      return said === undefined ? [] : [{ article: articleId(hash), said }];
    });
    if (to !== null) await within(sorting, to, (target) => arrive(sorting, target, left, all, placed));
    if (left !== null) await within(sorting, left, (source) => takeOut(source, own, placeOf(sorting, to), now()));
    const whole = from !== null && ![...filings].some(([hash, one]) => one.in === from && wanted(hash) === from);
    carried.push({ from, to, articles: hashes.map(articleId), whole });
  }
  const touched = new Set(carried.flatMap(({ from, to }) => [from, to]).filter((name) => name !== null));
  for (const name of [...touched].sort()) await sorting.bringUp(name);
  const arrived = [...groups.values()].flatMap(({ to, hashes }) => hashes.map((hash) => [hash, to] as const));
  for (const [hash, to] of arrived) filings.set(hash, { ...filingOf(filings.get(hash)!), in: to });
  await keepFilings(
    stream.store,
    arrived.map(([hash]) => [hash, filings.get(hash)!]),
  );
  const stories = [...new Set([...filings.values()].flatMap((one) => one.in ?? []))].sort();
  const alone = [...filings.values()].filter(
    (one) => one.in === null && (one.story > 0 || one.follows !== null),
  ).length;
  return { carried, begun: [...touched].filter((name) => !before.has(name)).sort(), stories, alone };
}

/** What an article is to be carried out of: stories, the stream (null), or nothing where it is where it belongs. */
function leaving({ in: lies, going = [] }: Filing, to: string | null): readonly (string | null)[] {
  const stories = [lies, ...going].filter((one) => one !== null && one !== to);
  return lies === to || stories.length > 0 ? stories : [null];
}

/** Where everything goes, kept before it goes: a run that begins after this one was ended may want it elsewhere. */
function* setOut(
  filings: ReadonlyMap<string, Filing>,
  groups: Iterable<{ readonly to: string | null; readonly hashes: readonly string[] }>,
): Generator<readonly [string, Filing]> {
  for (const { to, hashes } of groups)
    for (const hash of to === null ? [] : hashes) {
      const filing = filings.get(hash)!;
      yield [hash, { ...filing, going: [...new Set([...(filing.going ?? []), to!])] }];
    }
}

const filingOf = ({ story, follows, in: lies }: Filing): Filing => ({ story, follows, in: lies });

/** What lies in each story and belongs there. */
function membersOf(filings: ReadonlyMap<string, Filing>, wanted: (hash: string) => string | null) {
  const members = new Map<string | null, string[]>();
  for (const [hash, { in: lies }] of filings) {
    if (lies === null || wanted(hash) !== lies) continue;
    const own = members.get(lies);
    if (own === undefined) members.set(lies, [hash]);
    else own.push(hash);
  }
  return members;
}

/** Where articles are now, as the story they were in may say. */
function placeOf({ few }: Sorting, to: string | null): string {
  if (to === null) return "of no story that is told yet";
  return few?.has(to) === true ? "now in another story" : `now in the story ${to}`;
}

/** Judgements come before articles: who looks at the story meanwhile sees it as it was judged. */
async function arrive(
  { stream, now, open, few }: Sorting,
  target: StoryStore,
  from: string | null,
  own: readonly KeptCapture[],
  placed: readonly Placement[],
) {
  if (from !== null && few?.has(from) !== true) {
    const source = await open(from);
    try {
      await carryJudgements(source, target, placed);
    } finally {
      await source.close();
    }
  }
  await putInto(target, stream.store, own, now());
}

async function within<T>({ open }: Sorting, name: string, work: (store: StoryStore) => Promise<T>): Promise<T> {
  const store = await open(name);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** In which story each capture belongs, by its name: an analyst's word, else that of sorting. */
function wantedBy(
  filings: ReadonlyMap<string, Filing>,
  names: ReadonlyMap<number, string>,
  judgements: readonly Judgement[],
) {
  const heads = headsOf(filings);
  const articles = new Map([...heads].map(([hash, head]) => [articleId(hash), articleId(head)]));
  const said = placedByHand(judgements, (article) => articles.get(article) ?? article);
  const byHand = (hash: string) => said.get(articleId(heads.get(hash) ?? hash));
  const wanted = (hash: string): string | null =>
    byHand(hash)?.story ?? names.get(filings.get(heads.get(hash) ?? hash)?.story ?? 0) ?? null;
  return { wanted, byHand };
}

/** The first of the captures that each followed one another at a place: all are one article. A page may have thousands. */
function headsOf(filings: ReadonlyMap<string, Filing>): ReadonlyMap<string, string> {
  const heads = new Map<string, string>();
  for (const start of filings.keys()) {
    const way: string[] = [];
    let at = start;
    for (let next: string | null; !heads.has(at); at = next) {
      way.push(at);
      next = filings.get(at)?.follows ?? null;
      if (next === null) break;
    }
    const head = heads.get(at) ?? at;
    for (const one of way) heads.set(one, head);
  }
  return heads;
}
