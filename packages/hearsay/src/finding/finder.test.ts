import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inTurn, newcomerOf, StoryFinder } from "./index.js";

const events = [
  (n: number) =>
    `Brannoc Weir burst on Tuesday and the Lower Sallow flooded ${300 + n} homes in Port Ellery, mayor Ines Tolland said.`,
  (n: number) =>
    `Tram drivers in Carrow will stop work over night shifts, their union leader Piotr Vasey announced in letter ${n}.`,
  (n: number) => `Fenmoor's observatory lost its mirror to a fire; astronomer Lea Quist counted ${n} broken segments.`,
  (n: number) => `A court in Dalby jailed banker Oskar Rehn for ${n} years over forged mortgages of Westmark Savings.`,
  (n: number) => `Striker Milo Varga scored ${n} goals as Orm United beat Karst Rovers in the Harbour Cup final.`,
];
/** Reports of so many events, one after the other of each. */
const stream = (count: number, each: number) =>
  Array.from({ length: count * each }, (_, i) => {
    const [event, n] = [i % count, Math.floor(i / count)];
    return newcomerOf({ id: `${event}-${n}`, text: events[event]!(n + 2), date: null });
  });
const sorted = (articles: ReturnType<typeof stream>, settle = false) => {
  const finder = new StoryFinder();
  const placed = articles.map((article) => finder.add(article));
  if (settle) finder.settle();
  return { finder, placed, stories: finder.stories().map(({ articles: ids }) => [...ids].sort()) };
};

describe("StoryFinder", () => {
  it("sorts reports of several events as they come", () => {
    const { stories } = sorted(stream(5, 6));
    expect(stories).toHaveLength(5);
    for (const ids of stories) expect(new Set(ids.map((id) => id.split("-")[0])).size).toBe(1);
  });
  it("says where an article would go without putting it there", () => {
    const articles = stream(5, 6);
    const { finder, stories } = sorted(articles.slice(0, -1));
    const found = finder.find(articles.at(-1)!)!;
    expect(finder.stories().find(({ number }) => number === found.story)!.articles).toContain("4-0");
    expect(finder.stories().map(({ articles: ids }) => [...ids].sort())).toEqual(stories);
    expect(finder.find(newcomerOf({ id: "x", text: "A comet was seen over Lund at dawn.", date: null }))).toBeNull();
  });
  it("leaves an article that comes again where it is", () => {
    const articles = stream(3, 4);
    const finder = new StoryFinder();
    const first = articles.map((article) => finder.add(article));
    expect(finder.add(articles[0]!)).toMatchObject({ story: first[0]!.story, likeness: null, settled: [] });
    expect(finder.stories().flatMap(({ articles: ids }) => ids)).toHaveLength(12);
  });
  it("gives the same stories for the same stream, and once settled for any order of it", () => {
    const articles = stream(4, 4);
    const settled = (list: typeof articles) => sorted(list, true).stories.sort();
    fc.assert(
      fc.property(fc.shuffledSubarray(articles, { minLength: articles.length }), (mixed) => {
        expect(sorted(mixed).placed).toEqual(sorted(mixed).placed);
        expect(settled(mixed)).toEqual(settled(articles));
      }),
      { numRuns: 5 },
    );
  });
  it("keeps a story's number where most of it stays together, and tells what moved", () => {
    const { finder, placed } = sorted(stream(5, 6));
    const before = new Map(finder.stories().map(({ number, articles }) => [number, articles.length]));
    const moves = finder.settle();
    for (const { number } of finder.stories()) expect(number).toBeGreaterThan(0);
    for (const { from, to, articles } of [...moves, ...placed.flatMap(({ settled }) => settled)]) {
      expect(from).not.toBe(to);
      expect(articles.length).toBeGreaterThan(0);
    }
    if (moves.length === 0) expect(finder.stories().map(({ number }) => number)).toEqual([...before.keys()]);
  });
  it("takes texts without a word", () => {
    const empty = ["", " \n", "the of and"].map((text, i) => newcomerOf({ id: `e${i}`, text, date: null }));
    expect(sorted(empty, true).stories).toHaveLength(3);
  });
  it("goes on where it stood, from what it knew and its articles' words", () => {
    const articles = stream(5, 8);
    fc.assert(
      fc.property(fc.nat(articles.length), fc.constantFrom(10, 16, 100), (at, most) => {
        const whole = new StoryFinder(most);
        for (const article of articles.slice(0, at)) whole.add(article);
        const state = JSON.parse(JSON.stringify(whole.state())) as ReturnType<typeof whole.state>;
        const open = state.articles.map(({ id }) => articles.find((one) => one.id === id)!);
        const again = StoryFinder.of(state, open, most);
        expect(again.state()).toEqual(state);
        for (const article of articles.slice(at)) expect(again.add(article)).toEqual(whole.add(article));
        expect(again.state()).toEqual(whole.state());
      }),
      { numRuns: 25 },
    );
  });
  it("keeps the latest articles of a long stream open, and closes the others", () => {
    const finder = new StoryFinder(10);
    const articles = stream(4, 10);
    for (const article of articles) {
      finder.add(article);
      expect(finder.state().articles.length).toBeLessThan(15);
    }
    const open = new Set(finder.state().articles.map(({ id }) => id));
    expect(articles.slice(-10).every(({ id }) => open.has(id))).toBe(true);
    expect(finder.stories().flatMap(({ articles: ids }) => ids)).toHaveLength(open.size);
  });
  it("orders a batch as a stream would bring it", () => {
    const of = (id: string, date: string | null) => newcomerOf({ id, text: "", date });
    const batch = [of("b", null), of("c", "2031-02-01"), of("a", null), of("d", "2031-01-01")];
    expect(batch.sort(inTurn).map(({ id }) => id)).toEqual(["d", "c", "a", "b"]);
  });
});
