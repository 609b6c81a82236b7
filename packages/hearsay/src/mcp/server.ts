import { Server } from "@modelcontextprotocol/sdk/server/index.js";
import {
  CallToolRequestSchema,
  type CallToolResult,
  ErrorCode,
  ListToolsRequestSchema,
  McpError,
} from "@modelcontextprotocol/sdk/types.js";
import { Ajv, type ValidateFunction } from "ajv";
import { beginning, HearsayError } from "../model/index.js";
import { asJson } from "../records/write.js";
import { notice } from "./answer.js";
import type { Desk } from "./desk.js";
import { fitting } from "./fit.js";
import type { Tool } from "./tool.js";
import { toolsOf } from "./tools.js";

const instructions =
  "Hearsay works out what is established about one story from everything reported about it. Begin with `story`. Cite every " +
  `statement by the references that come with it. ${notice}`;

/** A Model Context Protocol server over one story. Its SDK's own checks need another library of schemas; ours are JSON Schema. */
export function makeServer(desk: Desk): Server {
  const server = new Server({ name: "hearsay", version: "0.1.0" }, { capabilities: { tools: {} }, instructions });
  const tools = new Map(toolsOf(desk).map((tool) => [tool.name, { tool, valid: checked(tool) }]));
  server.setRequestHandler(ListToolsRequestSchema, () => ({
    tools: [...tools.values()].map(({ tool }) => listed(tool)),
  }));
  server.setRequestHandler(CallToolRequestSchema, async ({ params }) => {
    const called = tools.get(params.name);
    if (called === undefined) throw new McpError(ErrorCode.InvalidParams, "There is no such tool.");
    return answered(called.tool, called.valid, params.arguments ?? {}, desk);
  });
  return server;
}

const ajv = new Ajv({ strictTypes: false });
const compiled = new WeakMap<object, ValidateFunction>();

function checked({ input }: Tool): ValidateFunction {
  const known = compiled.get(input) ?? ajv.compile(input);
  compiled.set(input, known);
  return known;
}

const listed = ({ name, title, description, input, writes = false }: Tool) => ({
  name,
  title,
  description,
  inputSchema: input as { type: "object" },
  annotations: { title, readOnlyHint: !writes, destructiveHint: writes, idempotentHint: !writes, openWorldHint: false },
});

/** What a tool answers, as data and as its JSON; what was asked wrongly is an answer too, so that the asker can mend it. */
async function answered(tool: Tool, valid: ValidateFunction, given: object, desk: Desk): Promise<CallToolResult> {
  if (!valid(given)) return refused(ajv.errorsText(valid.errors, { dataVar: "arguments" }));
  try {
    const found = await tool.run(await desk.open(), given as Record<string, unknown>, desk);
    const answer = fitting({ notice, ...found });
    return { content: [{ type: "text", text: asJson(answer) }], structuredContent: { ...answer } };
  } catch (error) {
    if (error instanceof HearsayError) return refused(error.message);
    throw new McpError(ErrorCode.InternalError, "Something went wrong inside Hearsay.");
  }
}

/** What was wrong: it may name what articles say, so the warning comes first. Where things lie on this machine is left out. */
const refused = (message: string): CallToolResult => ({
  content: [{ type: "text", text: `${notice}\n\n${beginning(message.replace(folders, ""), 2000)}` }],
  isError: true,
});
/** The folders of a path, absolute or not, but not those of a web address. */
const folders = /(?<![\w.:/\\-])(?:[A-Za-z]:)?[/\\](?:[^\s/\\"']+[/\\])+/g;
