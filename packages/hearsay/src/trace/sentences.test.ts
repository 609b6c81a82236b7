import { describe, expect, it } from "vitest";
import { sentencesOf } from "./sentences.js";

const parts = (text: string): string[] => sentencesOf(text).map(({ start, end }) => text.slice(start, end));

describe("sentencesOf", () => {
  it("goes on where a line was only wrapped", () => {
    expect(parts("The quay was closed\nby the harbour master. It rained.")).toEqual([
      "The quay was closed\nby the harbour master.",
      "It rained.",
    ]);
  });
  it("ends at a line that is a heading, a stop or followed by an empty one", () => {
    expect(parts("Quay closed\nThe harbour master said so")).toHaveLength(2);
    expect(parts("It rained.\niPads got wet")).toHaveLength(2);
    expect(parts("Quay closed\n\nby our reporter")).toHaveLength(2);
  });
});
