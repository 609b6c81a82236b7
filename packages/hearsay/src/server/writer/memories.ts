import { Memory } from "../../engine/index.js";

/** Stories whose memory is kept, the ones worked on last: each may take half a gigabyte. */
const mostStories = 2;

/** What is kept of the stories worked on last, by the path of their file. */
const memories = new Map<string, Memory>();

/** The memory of a story; a new one for a story that was not worked on lately. */
export function memoryOf(path: string): Memory {
  const memory = memories.get(path) ?? new Memory();
  memories.delete(path);
  memories.set(path, memory);
  for (const oldest of memories.keys()) if (memories.size > mostStories) memories.delete(oldest);
  return memory;
}
