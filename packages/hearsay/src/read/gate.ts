/**
 * Patterns joined, so that one look at a line tells that none of them matches: of ten lines nine hold nothing that any
 * of them looks for, and to ask the joined ones takes a fraction of the time of asking each. Patterns must not refer
 * back to their own groups.
 */
export class Gate {
  private readonly joined: readonly RegExp[];
  /** For each pattern a bit for each of the joined ones that holds a part of it. */
  private readonly parts: readonly number[];

  constructor(patterns: readonly RegExp[]) {
    const sources = new Map<string, string[]>();
    const keys = patterns.map(({ source, flags }) =>
      alternatives(source).map((one) => {
        // A pattern that is tried at the beginning only is cheap, but not in one with those that are tried everywhere.
        const key = `${one.startsWith("^") ? "^" : ""}/${flags}`;
        sources.set(key, [...(sources.get(key) ?? []), one]);
        return key;
      }),
    );
    const order = [...sources.keys()];
    this.joined = order.map((key) => new RegExp(sources.get(key)!.join("|"), key.slice(key.indexOf("/") + 1)));
    this.parts = keys.map((own) => own.reduce((bits, key) => bits | (1 << order.indexOf(key)), 0));
  }

  /** What a line holds a match of, for `mayMatch`; 0 when no pattern matches it. */
  open(line: string): number {
    let bits = 0;
    for (let i = 0; i < this.joined.length; i++) if (this.joined[i]!.test(line)) bits |= 1 << i;
    return bits;
  }

  /** Whether the pattern of that index may match a line that `open` gave the bits of. It never says no to one that does. */
  mayMatch(pattern: number, open: number): boolean {
    return (this.parts[pattern]! & open) !== 0;
  }
}

/** The alternatives of a pattern, split at its outermost bars. */
function alternatives(source: string): string[] {
  const found = [""];
  let [depth, inClass] = [0, false];
  for (const [token] of source.matchAll(/\\.|[^\\]/gsu)) {
    if (inClass) inClass = token !== "]";
    else if (token === "[") inClass = true;
    else if (token === "(") depth++;
    else if (token === ")") depth--;
    if (token === "|" && depth === 0 && !inClass) found.push("");
    else found[found.length - 1] += token;
  }
  return found;
}
