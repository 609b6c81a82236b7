import type { Sign } from "./lexicon.js";

/**
 * Turns of phrase of a verb and more that say what one thing does to another. "*" stands for what it is done to, where that
 * comes before the end; else it follows. Written from general knowledge of English.
 */
const turns: readonly (readonly [phrase: string, sign: Sign])[] = [
  ...[
    ...[
      "pave the way for",
      "pave the way to",
      "clear the way for",
      "open the way for",
      "open the way to",
      "open the door to",
    ],
    ...[
      "open the door for",
      "set the stage for",
      "set off",
      "touch off",
      "spark off",
      "bring about",
      "give rise to",
      "lead to",
      "result in",
    ],
    ...[
      "contribute to",
      "usher in",
      "drive up",
      "push up",
      "force up",
      "prop up",
      "shore up",
      "stir up",
      "whip up",
      "speed up",
    ],
    ...[
      "sow the seeds of",
      "fan the flames of",
      "add fuel to",
      "add to",
      "play into the hands of",
      "lend weight to",
      "give way to",
    ],
    ...[
      "give * a boost",
      "give * a lift",
      "make * possible",
      "make * easier",
      "make * more likely",
      "make * likelier",
      "make * inevitable",
    ],
    ...[
      "be behind",
      "be to blame for",
      "be responsible for",
      "lie behind",
      "be the reason for",
      "breathe new life into",
    ],
  ].map((phrase) => [phrase, "+"] as const),
  ...[
    ...[
      "put an end to",
      "bring an end to",
      "put a stop to",
      "put paid to",
      "wipe out",
      "do away with",
      "call a halt to",
      "cast doubt on",
      "deal a blow to",
      "deal a severe blow to",
      "stand in the way of",
    ],
    ...[
      "come at the expense of",
      "be at the expense of",
      "take a toll on",
      "take its toll on",
      "drive down",
      "push down",
      "hold back",
    ],
    ...[
      "hold down",
      "bring down",
      "set back",
      "eat into",
      "cut into",
      "chip away at",
      "ward off",
      "stave off",
      "head off",
      "hold up",
    ],
    ...[
      "deal * a blow",
      "make * impossible",
      "make * harder",
      "make * more difficult",
      "make * less likely",
      "make * unlikely",
    ],
    ...[
      "put * at risk",
      "put * in jeopardy",
      "put * in danger",
      "throw * into doubt",
      "bring * to a halt",
      "bring * to a standstill",
    ],
  ].map((phrase) => [phrase, "-"] as const),
];

/** A turn of phrase: the words before and after what it is done to; `middle` null where that comes last. */
export interface Turn {
  readonly verb: string;
  readonly rest: readonly string[];
  /** Words that must follow what it is done to. */
  readonly after: readonly string[] | null;
  readonly sign: Sign;
}

/** By their verb, the longest first. */
export const turnsOf: ReadonlyMap<string, readonly Turn[]> = (() => {
  const by = new Map<string, Turn[]>();
  for (const [phrase, sign] of turns) {
    const [before = "", behind] = phrase.split(" * ");
    const [verb = "", ...rest] = before.split(" ");
    const after = behind === undefined ? null : behind.split(" ");
    by.set(verb, [...(by.get(verb) ?? []), { verb, rest, after, sign }]);
  }
  for (const all of by.values()) all.sort((a, b) => b.rest.length - a.rest.length);
  return by;
})();

/** Verbs that take away or keep from: what is lowered is what they are done to. */
export const robbing: ReadonlyMap<string, string> = new Map([
  ...["keep", "stop", "prevent", "discourage", "deter", "bar", "block", "shield", "protect"].map(
    (v) => [v, "from"] as const,
  ),
  ...["rob", "strip", "deprive"].map((v) => [v, "of"] as const),
]);

const irregular: Readonly<Record<string, string>> = {
  ...{
    bred: "breed",
    led: "lead",
    drove: "drive",
    threw: "throw",
    made: "make",
    gave: "give",
    put: "put",
    cost: "cost",
  },
  ...{
    hurt: "hurt",
    cut: "cut",
    brought: "bring",
    kept: "keep",
    left: "leave",
    shook: "shake",
    won: "win",
    set: "set",
  },
  ...{
    fed: "feed",
    shrank: "shrink",
    sank: "sink",
    undercut: "undercut",
    drew: "draw",
    held: "hold",
    came: "come",
    took: "take",
  },
  ...{
    ate: "eat",
    dealt: "deal",
    lent: "lend",
    stood: "stand",
    lay: "lie",
    is: "be",
    was: "be",
    are: "be",
    were: "be",
    has: "have",
  },
  ...{ sent: "send", rendered: "render", swept: "sweep", lain: "lie", given: "give", driven: "drive", made_: "make" },
};

/** Past forms double a last letter: "stopped", "fuelled". */
const doubling = /(?:[^aeiou][aeiou][bdgkmnprt]|[^aeiou][aeiou]l|ue?l|pel|bel)$/;

/** The forms of some verbs that can be the verb of a clause, with what they are forms of. */
export function formsOf(verbs: Iterable<string>): ReadonlyMap<string, string> {
  const forms = new Map<string, string>();
  const add = (form: string, verb: string): void => {
    if (!forms.has(form)) forms.set(form, verb);
  };
  const known = new Set(verbs);
  for (const [form, verb] of Object.entries(irregular)) if (known.has(verb)) add(form, verb);
  for (const verb of known) {
    add(verb, verb);
    const y = /[^aeiou]y$/.test(verb);
    add(y ? `${verb.slice(0, -1)}ies` : /(?:s|x|z|ch|sh)$/.test(verb) ? `${verb}es` : `${verb}s`, verb);
    add(y ? `${verb.slice(0, -1)}ied` : verb.endsWith("e") ? `${verb}d` : `${verb}ed`, verb);
    if (doubling.test(verb)) add(`${verb}${verb.at(-1)}ed`, verb);
    add(`${verb.replace(/e$/, "")}ing`, verb);
    if (doubling.test(verb)) add(`${verb}${verb.at(-1)}ing`, verb);
  }
  return forms;
}
