import { describe, expect, it } from "vitest";
import { noEvidence } from "../../model/index.js";
import { filter } from "./read.js";

const run = (record: Record<string, unknown>): unknown => (filter.kind === "line" ? filter.run(record) : undefined);

describe("stage read", () => {
  it("answers with the documented fields", () => {
    const text =
      "The old pier was closed on Tuesday after a third ferry struck its rotten piles, the harbour master said.";
    expect(run({ id: 7, text })).toEqual({
      id: 7,
      title: "",
      author: [],
      published: null,
      outlet: null,
      language: "en",
      text,
      removed: [],
      entries: [],
      deck: null,
      section: null,
      publishedWithin: null,
      modified: null,
      agency: null,
      firstPublishedIn: null,
      translatedFrom: null,
      evidence: noEvidence,
    });
  });
  it("turns a diagnostic into a coded error", () => {
    expect(() => run({ id: "x", html: "" })).toThrow(expect.objectContaining({ code: "read.empty" }));
    expect(() => run({ id: "x" })).toThrow(expect.objectContaining({ code: "stage.missing" }));
  });
});
