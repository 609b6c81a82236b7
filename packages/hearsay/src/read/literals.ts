/**
 * Strings one of which stands in whatever a pattern matches, in small letters; null where none are known. As in RE2's
 * FilteredRE2: of a sequence the set that tells most, of alternatives the sets of all.
 */
export function literalsOf({ source }: RegExp): readonly string[] | null {
  const found = needOf(new Reader(source).alternatives());
  return found === null ? null : found.filter((one) => !found.some((other) => other !== one && one.includes(other)));
}

/** What is known of a part of a pattern. */
interface Part {
  /** All strings that it matches. */
  readonly exact: readonly string[] | null;
  /** Strings one of which stands in whatever it matches. */
  readonly need: readonly string[] | null;
}

const nothing: Part = { exact: [""], need: null };
const unknown: Part = { exact: null, need: null };
const exactly = (...strings: string[]): Part => ({ exact: [...new Set(strings)], need: null });

/** As many strings are put together; more alternatives are kept side by side. */
const most = { exact: 48, need: 600 };

const needOf = ({ exact, need }: Part): readonly string[] | null => (exact === null ? need : usable(exact));
const usable = (strings: readonly string[]): readonly string[] | null => (strings.includes("") ? null : strings);

/** Reads a pattern's source; what it does not know it leaves unknown, never guesses. */
class Reader {
  private at = 0;
  private readonly source: string;

  constructor(source: string) {
    this.source = source;
  }

  alternatives(): Part {
    const parts = [this.sequence()];
    while (this.take("|")) parts.push(this.sequence());
    return parts.length === 1 ? parts[0]! : either(parts);
  }

  private sequence(): Part {
    const parts: Part[] = [];
    while (this.at < this.source.length && !/[|)]/.test(this.source[this.at]!)) parts.push(this.repeated(this.atom()));
    return inRow(parts);
  }

  private take(text: string): boolean {
    const found = this.source.startsWith(text, this.at);
    if (found) this.at += text.length;
    return found;
  }

  private match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.source);
    if (found !== null) this.at += found[0].length;
    return found;
  }

  private atom(): Part {
    if (this.match(/\(\?<?[=!]/y) !== null) return this.inside() && nothing;
    if (this.match(/\((?:\?:|\?<\w+>)?/y) !== null) return this.inside();
    if (this.take("[")) return this.oneOf();
    if (this.match(/\^|\$|\\b/iy) !== null) return nothing;
    if (this.match(/\.|\\[dws]|\\p\{[^}]*\}|\\k<\w+>|\\[1-9]\d*/iy) !== null) return unknown;
    return character(this.character());
  }

  private inside(): Part {
    const part = this.alternatives();
    this.take(")");
    return part;
  }

  private character(): string {
    const code = this.match(/\\(?:u([\da-f]{4})|x([\da-f]{2}))/iy);
    if (code !== null) return String.fromCharCode(Number.parseInt(code[1] ?? code[2]!, 16));
    // Of other escapes letters may mean anything: a surrogate stands for the unknown.
    return this.match(/\\(?:c[a-z]|[a-z\d])/iy) !== null ? "\ud800" : this.match(/\\?([\s\S])/y)![1]!;
  }

  /** A class of a few characters; of others nothing is known. */
  private oneOf(): Part {
    let known = !this.take("^");
    const found: string[] = [];
    while (!this.take("]")) {
      if (this.match(/\\[dwsb]|\\p\{[^}]*\}|-(?!\])/iy) !== null) known = false;
      else found.push(this.character());
    }
    return known && found.length <= 8 ? either(found.map(character)) : unknown;
  }

  private repeated(part: Part): Part {
    const found = this.match(/(?:([?*+])|\{(\d+)(,?)(\d*)\})\??/y);
    if (found === null || found[0] === "{1}") return part;
    const optional = found[1] === "?" || found[1] === "*" || found[2] === "0";
    if (!optional) return { exact: null, need: needOf(part) };
    return found[1] === "?" && part.exact !== null ? exactly("", ...part.exact) : unknown;
  }
}

/** A surrogate is half a character, and small forms of two letters match nowhere: of both nothing is known. */
function character(one: string): Part {
  const small = one.toLowerCase();
  return small.length === 1 && !/[\ud800-\udfff]/.test(small) ? exactly(small) : unknown;
}

function either(parts: readonly Part[]): Part {
  const exact = parts.flatMap((part) => part.exact ?? []);
  if (parts.every((part) => part.exact !== null) && exact.length <= most.exact) return exactly(...exact);
  const needs = parts.map(needOf);
  const need = needs.flatMap((one) => one ?? []);
  return { exact: null, need: needs.includes(null) || need.length > most.need ? null : [...new Set(need)] };
}

function inRow(parts: readonly Part[]): Part {
  let [row, whole]: [readonly string[], boolean] = [[""], true];
  let best: readonly string[] | null = null;
  for (const part of parts) {
    if (part.exact !== null && row.length * part.exact.length <= most.exact) {
      row = row.flatMap((before) => part.exact!.map((one) => before + one));
      continue;
    }
    best = better(better(best, usable(row)), part.need);
    [row, whole] = [part.exact ?? [""], false];
  }
  return whole ? { exact: row, need: null } : { exact: null, need: better(best, usable(row)) };
}

/** Of two sets the one whose shortest string is longer, then the smaller. */
function better(a: readonly string[] | null, b: readonly string[] | null): readonly string[] | null {
  if (a === null || b === null) return a ?? b;
  const [one, other] = [shortest(a), shortest(b)];
  return one > other || (one === other && a.length <= b.length) ? a : b;
}

const shortest = (strings: readonly string[]): number => Math.min(...strings.map(({ length }) => length));
