// Asks a story as an assistant would: starts `hearsay mcp` and calls its tools through the protocol's own client.
//
//   node examples/ask-as-an-assistant.mjs STORY          a story's name, or the path of its file
import { fileURLToPath } from "node:url";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";

const program = fileURLToPath(new URL("../packages/hearsay/bin/hearsay.js", import.meta.url));
const args = [program, "mcp", "-s", process.argv[2] ?? "default"];
const client = new Client({ name: "example", version: "1" });
await client.connect(new StdioClientTransport({ command: process.execPath, args, env: process.env }));

const { tools } = await client.listTools();
console.log(tools.map(({ name }) => name).join(", "));
const { structuredContent: answer } = await client.callTool({ name: "claims", arguments: { limit: 3 } });
for (const { verdict, references } of answer.records)
  for (const { outlet, quote, article, start, end } of references)
    console.log(`${verdict}: “${quote}” (${outlet}, ${article}:${start}-${end})`);
await client.close();
