import { articleTool, searchTool } from "./articles.js";
import { briefTool } from "./brief.js";
import type { Desk } from "./desk.js";
import { judgeTool } from "./judge.js";
import { recordTools } from "./records.js";
import { summaryTool } from "./summary.js";
import type { Tool } from "./tool.js";
import { whatifTool } from "./whatif.js";

/** The tools of a server, those that write only where that is allowed. */
export function toolsOf(desk: Desk): readonly Tool[] {
  const reading = [summaryTool, searchTool, articleTool, ...recordTools, whatifTool, briefTool];
  return desk.judge === null ? reading : [...reading, judgeTool];
}
