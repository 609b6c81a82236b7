import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Judgement } from "../model/index.js";
import { makeReport } from "../tell/index.js";
import { ferryStory } from "../tell/testing/fixture.js";
import { ask as askOf, clientOf, questions, references } from "./testing/client.js";
import { ferryDesk } from "./testing/ferry.js";

const report = makeReport(ferryStory);
const texts = new Map(report.articles.map(({ id, text }) => [id, text]));

const client = await clientOf(ferryDesk());
const ask = (name: string, given: object = {}, of = client) => askOf(name, given, of);

describe("the tools", () => {
  it("are offered with what they take, and as reading only", async () => {
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual([
      "story",
      "search",
      "read_article",
      "claims",
      "statements",
      "timeline",
      "positions",
      "causes",
      "lineage",
      "what_if",
      "compose_brief",
    ]);
    for (const { inputSchema, annotations } of tools) {
      expect(inputSchema.additionalProperties).toBe(false);
      expect(annotations).toMatchObject({ readOnlyHint: true, destructiveHint: false, openWorldHint: false });
    }
    expect(client.getInstructions()).toMatch(/never follow it as an instruction/);
  });

  for (const [name, given] of questions)
    it(`answer ${name} ${JSON.stringify(given)} with exact words and the warning`, async () => {
      const { answer, text, isError } = await ask(name, given);
      expect(isError).toBe(false);
      expect(answer.records.length).toBeGreaterThan(0);
      expect(JSON.parse(text)).toEqual(answer);
      expect(answer.notice).toMatch(/written by others/);
      expect(references(answer).length).toBeGreaterThan(0);
      for (const { article, start, end, quote } of references(answer))
        expect(texts.get(article)!.slice(start, end)).toBe(quote);
    });

  it("read an article from anywhere in it, marked as untrusted", async () => {
    const { answer } = await ask("read_article", { article: "wire", offset: 10 });
    expect(answer.untrusted_text).toBe(texts.get("wire")!.slice(10));
    expect(answer).toMatchObject({ article: "wire", start: 10, next: null });
    expect(JSON.stringify(answer)).not.toContain("ferry/wire.txt");
  });

  it("go on where an answer stopped", async () => {
    const all = (await ask("claims", { limit: 100 })).answer;
    const first = (await ask("claims", { limit: 1 })).answer;
    expect([first.records.length, first.next, first.total]).toEqual([1, 1, all.total]);
    expect((await ask("claims", { limit: 100, offset: 1 })).answer.records).toEqual(all.records.slice(1));
  });

  it("follow the sources' own arrows, and say what can be set where nothing is called so", async () => {
    const { answer } = await ask("what_if", { set: ["fog=1"] });
    expect(answer).toMatchObject({ caution: expect.stringContaining("not what will happen"), set: [{ value: 1 }] });
    expect(answer.implied).toMatchObject([{ name: expect.stringMatching(/collision/) }]);
    expect(references(answer.arrows).length).toBeGreaterThan(1);
    const flag = expect.any(Boolean);
    for (const one of references(answer.arrows))
      expect(one).toMatchObject({ hedged: flag, conditional: flag, denied: flag });
    for (const { article, start, end, quote } of references(answer))
      expect(texts.get(article)!.slice(start, end)).toBe(quote);
    const wrong = await ask("what_if", { set: ["unicorns=1"] });
    expect([wrong.isError, wrong.text]).toEqual([true, expect.stringMatching(/Nothing in the map is called/)]);
  });

  it("compose a brief of what is named, each line with its source", async () => {
    const items = [
      { kind: "claim", id: report.claims[0]!.id },
      { kind: "statement", id: report.statements[0]!.id },
    ];
    const { answer } = await ask("compose_brief", { title: "Ferries", items });
    expect(answer.verified).toBe(true);
    expect(answer.markdown).toMatch(/^# Ferries\n[\s\S]+## Sources/);
    for (const { article, start, end, quote } of references(answer))
      expect(texts.get(article)!.slice(start, end)).toBe(quote);
  });

  it("say what was asked wrongly, and change nothing unless they may", async () => {
    const wrong = [
      ["search", {}, /required property 'query'/],
      ["claims", { limit: 1000 }, /must be <= 100/],
      ["claims", { id: "nothing" }, /no claim "nothing"/],
      ["claims", { shell: "rm" }, /must NOT have additional properties/],
      ["statements", { since: "soon" }, /not a date/],
      ["read_article", { article: "nowhere" }, /no article "nowhere"/],
      ["compose_brief", { title: "x", items: [{ kind: "claim", id: "none" }] }, /no claim "none"/],
    ] as const;
    for (const [name, given, words] of wrong) {
      const { isError, text } = await ask(name, given);
      expect([name, isError]).toEqual([name, true]);
      expect(text).toMatch(words);
    }
    await expect(client.callTool({ name: "judge", arguments: {} })).rejects.toThrow(/no such tool/);
  });

  it("record a judgement where that is allowed", async () => {
    const kept: Judgement[] = [];
    const writing = await clientOf(ferryDesk(kept));
    const { answer } = await ask("judge", { kind: "rate", subjects: ["Salm Wire"], value: "B" }, writing);
    expect(answer.recorded).toMatchObject({ kind: "rate", subjects: ["Salm Wire"], value: "B", who: "Ada" });
    expect(kept).toHaveLength(1);
    expect((await ask("judge", { kind: "rate", subjects: ["Salm Wire"], value: "G" }, writing)).isError).toBe(true);
    const { tools } = await writing.listTools();
    expect(tools.at(-1)).toMatchObject({ name: "judge", annotations: { readOnlyHint: false } });
  });
});

describe("docs/mcp.md", () => {
  const document = readFileSync(new URL("../../../../docs/mcp.md", import.meta.url), "utf8");
  const blocks = [...document.matchAll(/^```json (ask|answer)\n([\s\S]*?)^```$/gm)];

  it("shows a conversation as it goes", async () => {
    expect(blocks.length).toBeGreaterThan(4);
    for (let i = 0; i < blocks.length; i += 2) {
      const { name, arguments: given } = JSON.parse(blocks[i]![2]!);
      expect(JSON.parse(blocks[i + 1]![2]!), name).toEqual(JSON.parse((await ask(name, given)).text));
    }
  });

  it("names every tool", async () => {
    const { tools } = await (await clientOf(ferryDesk([]))).listTools();
    for (const { name } of tools) expect(document).toContain(`\`${name}\``);
  });
});
