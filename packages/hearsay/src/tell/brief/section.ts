import type { Command, Line, Part, Section, SectionId } from "../brief.js";
import type { Phrase } from "../phrases.js";
import { line, phrase } from "./parts.js";

interface Filling {
  readonly note: readonly Part[];
  readonly lines: readonly Line[];
  readonly left: number;
  readonly command: Command;
}

/** A section; an empty one says so rather than nothing. */
export function section(id: SectionId, title: Phrase, { note, lines, left, command }: Filling): Section {
  const some = lines.length > 0;
  return {
    id,
    title,
    note: some ? note : [],
    lines: some ? lines : [line(null, [], [phrase(left > 0 ? "Nothing that stands by itself." : "Nothing found.")])],
    more: left > 0 ? { count: left, command } : null,
  };
}
