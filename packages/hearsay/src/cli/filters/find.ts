import { newcomerOf, StoryFinder } from "../../finding/index.js";
import { type Filter, type JsonRecord, optionalText, requireText } from "../stage.js";

/**
 * A stream of mixed news in, in its order; one line out: where each article went as it came, the stories as that left
 * them, and the stories once everything is settled.
 */
export const filter: Filter = {
  kind: "whole",
  check: (record) => void inputOf(record),
  run(records) {
    const finder = new StoryFinder();
    const storyOf = new Map<string, number>();
    const settled = (moves: ReturnType<StoryFinder["settle"]>) => {
      for (const { to, articles } of moves) for (const id of articles) storyOf.set(id, to);
    };
    const placed = records.map((record) => {
      const one = finder.add(newcomerOf(inputOf(record)));
      settled(one.settled);
      storyOf.set(one.id, one.story);
      return one;
    });
    const stories = byStory(storyOf);
    settled(finder.settle());
    return { placed, stories, settled: byStory(storyOf) };
  },
};

/** Ids by story, in the order of their numbers. */
function byStory(storyOf: ReadonlyMap<string, number>): string[][] {
  const stories = new Map<number, string[]>();
  for (const [id, number] of storyOf) stories.set(number, [...(stories.get(number) ?? []), id]);
  return [...stories].sort(([a], [b]) => a - b).map(([, ids]) => ids);
}

const inputOf = (record: JsonRecord) => ({
  id: requireText(record, "id"),
  text: requireText(record, "text"),
  date: optionalText(record, "date"),
});
