import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { InMemoryTransport } from "@modelcontextprotocol/sdk/inMemory.js";
import { View } from "../../server/view.js";
import type { Report } from "../../tell/index.js";
import type { Desk } from "../desk.js";
import { makeServer } from "../server.js";

/** A client that is connected to a server over a desk. */
export async function clientOf(desk: Desk): Promise<Client> {
  const [ours, theirs] = InMemoryTransport.createLinkedPair();
  await makeServer(desk).connect(ours);
  const client = new Client({ name: "test", version: "1" });
  await client.connect(theirs);
  return client;
}

/** A desk of a report that is only read. */
export const deskOf = (made: Report): Desk => {
  const view = new View(made, "1");
  return { open: async () => ({ view, judgements: [] }), judge: null };
};

type Answer = Record<string, unknown> & { records: Record<string, unknown>[]; total: number; next: number | null };
/** What a tool answers: as data, and as the text that comes with it. */
export async function ask(name: string, given: object, of: Client) {
  const { structuredContent, content, isError = false } = await of.callTool({ name, arguments: { ...given } });
  return { answer: structuredContent as Answer, text: (content as { text: string }[])[0]!.text, isError };
}

/** Every reference in an answer, wherever it stands. */
export function references(value: unknown): { article: string; start: number; end: number; quote: string }[] {
  if (typeof value !== "object" || value === null) return [];
  const own = "quote" in value && "start" in value ? [value as never] : [];
  return [...own, ...Object.values(value).flatMap(references)];
}

/** What the tools are asked in the tests. */
export const questions: readonly (readonly [string, object])[] = [
  ["search", { query: "ferries" }],
  ["search", { query: '"coast guard"', kind: "statement", limit: 2 }],
  ["claims", {}],
  ["claims", { type: ["contradicted"], outlet: "Harbour" }],
  ["statements", { speaker: "Brandt" }],
  ["timeline", {}],
  ["causes", {}],
  ["lineage", {}],
  ["lineage", { article: "copy" }],
];
