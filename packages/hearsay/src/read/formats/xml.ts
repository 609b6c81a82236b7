import { Parser } from "htmlparser2";
import { damaged } from "./trouble.js";

/** What happens while XML is gone through. Names come with their prefix, as written. */
export interface XmlEvents {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Elements in elements; the parser takes time with the square of it (ADR 0015), and no document has a hundred. */
const maxDepth = 10_000;

/** Goes through XML once; what is not well-formed is passed over. Entities other than XML's own stay as they are. */
export function walkXml(xml: string, events: XmlEvents): void {
  let depth = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (++depth > maxDepth) throw damaged("Its parts lie in one another more than 10,000 deep.");
        events.open?.(name, attributes);
      },
      ontext: (text) => events.text?.(text),
      onclosetag(name) {
        depth--;
        events.close?.(name);
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(xml);
  parser.end();
}

/** The texts of the elements wanted, by name, without prefixes: `{title: ["…"], creator: ["…", "…"]}`. */
export function textsOf(xml: string, wanted: readonly string[]): Readonly<Record<string, readonly string[]>> {
  const found: Record<string, string[]> = Object.create(null);
  let current: string | null = null;
  let text = "";
  walkXml(xml, {
    open(name) {
      const local = name.replace(/^.*:/, "");
      if (wanted.includes(local)) [current, text] = [local, ""];
    },
    text(part) {
      if (current !== null) text += part;
    },
    close(name) {
      if (current === null || name.replace(/^.*:/, "") !== current) return;
      if (text.trim() !== "") found[current] = [...(found[current] ?? []), text.trim()];
      current = null;
    },
  });
  return found;
}
