import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "./parse.js";
import { parseStream } from "./stream.js";
import type { Sentence } from "./token.js";

async function* inPieces(text: string, sizes: readonly number[]): AsyncGenerator<string> {
  let at = 0;
  for (let i = 0; at < text.length; i++) {
    const size = sizes[i % sizes.length]!;
    yield text.slice(at, at + size);
    at += size;
  }
}

async function collect(sentences: AsyncIterable<Sentence>): Promise<Sentence[]> {
  const found: Sentence[] = [];
  for await (const sentence of sentences) found.push(sentence);
  return found;
}

describe("parseStream", () => {
  it("gives what parse gives, however the text is cut", async () => {
    const word = fc.constantFrom("ships", "sank.", "Dr.", "Ito", "\n", "\n\n", "“No”", "J.", "🚢", "it's");
    const text = fc.array(word, { maxLength: 30 }).map((words) => words.join(" "));
    await fc.assert(
      fc.asyncProperty(
        text,
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 }),
        async (input, sizes) => {
          expect(await collect(parseStream(inPieces(input, sizes)))).toEqual(parse(input));
        },
      ),
      { numRuns: 40 },
    );
  });

  it("does not wait for the end of an endless line", async () => {
    const line = "The ship left. ".repeat(6_000);
    const sentences = await collect(parseStream(inPieces(line, [10_000])));
    expect(sentences).toHaveLength(6_000);
    expect(sentences.at(-1)!.end).toBe(line.trimEnd().length);
  });
});
