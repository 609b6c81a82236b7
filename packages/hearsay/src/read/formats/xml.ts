import { Parser } from "htmlparser2";

/** What happens while XML is gone through. Names come with their prefix, as written. */
export interface XmlEvents {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Goes through XML once; what is not well-formed is passed over. Entities other than XML's own stay as they are. */
export function walkXml(xml: string, events: XmlEvents): void {
  const parser = new Parser(
    {
      onopentag: (name, attributes) => events.open?.(name, attributes),
      ontext: (text) => events.text?.(text),
      onclosetag: (name) => events.close?.(name),
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
