import { StoryFinder } from "../../finding/index.js";
import { fingerprint } from "../../trace/index.js";
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
    const placed = records.map((record) => finder.add(fingerprint(inputOf(record))));
    const stories = finder.stories().map(({ articles }) => articles);
    finder.settle();
    return { placed, stories, settled: finder.stories().map(({ articles }) => articles) };
  },
};

const inputOf = (record: JsonRecord) => ({
  id: requireText(record, "id"),
  text: requireText(record, "text"),
  date: optionalText(record, "date"),
  outlet: optionalText(record, "outlet"),
});
