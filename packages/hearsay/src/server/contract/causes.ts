import { Type } from "typebox";
import { rules, transfers } from "../../whatif/index.js";
import type { Routes } from "./route.js";
import { exactly, oneOf, orNull, several, storyPath, words } from "./shapes.js";

const sign = Type.Unsafe<1 | -1>({ type: "integer", enum: [1, -1] });
const share = Type.Number({ minimum: 0, maximum: 1 });
const place = Type.Integer({ minimum: 0 });

const hearing = {
  by: words("Only arrows of asserters whose name holds this."),
  side: words('Only those who speak for this state or body; "the press" for articles.'),
} as const;

const saying = exactly({
  cause: Type.String({ description: "The cause in the report, with its words." }),
  article: Type.String(),
  origin: orNull(Type.String()),
  by: Type.String(),
  entity: orNull(Type.String()),
  side: orNull(Type.String()),
  voice: Type.String({ description: "The same for all that count as one voice." }),
  hedged: Type.Boolean(),
  conditional: Type.Boolean(),
  denied: Type.Boolean(),
});

const wording = exactly({
  id: Type.String(),
  text: Type.String(),
  article: Type.String(),
  start: place,
  end: place,
  direction: sign,
  why: Type.String({ description: "Why it is taken for the same as the concept's name." }),
});

/** What is said to raise and lower what, and what that implies. */
export const causalRoutes = {
  "GET /stories/{s}/map": {
    summary: "The causal map: what can rise or fall, and who says that one thing raises or lowers another.",
    path: storyPath,
    query: exactly(hearing),
    answer: exactly({
      concepts: Type.Array(
        exactly({
          id: Type.String(),
          name: Type.String(),
          kind: oneOf(["transmitter", "receiver", "ordinary", "alone"]),
          centrality: Type.Number(),
          wordings: Type.Array(wording),
        }),
      ),
      arrows: Type.Array(
        exactly({
          from: Type.Integer({ minimum: 0, description: "A concept by its place in the list." }),
          to: place,
          sign,
          strength: share,
          voices: place,
          denials: place,
          origins: place,
          opposite: orNull(Type.Integer({ description: "The arrow that says the opposite, by its place." })),
          reports: Type.Integer({ minimum: 1, description: "How many reports say or deny it, copies included." }),
          sayings: Type.Array(saying, {
            description: "The first of each voice that says it, and of each that denies it.",
          }),
        }),
      ),
      rings: Type.Array(exactly({ arrows: Type.Array(place), kind: oneOf(["reinforcing", "balancing"]) })),
      sides: Type.Array(Type.String()),
      leftOut: Type.Record(Type.String(), Type.Array(Type.String()), {
        description: "Causes of the report that are no arrow, by the reason.",
      }),
    }),
  },
  "GET /stories/{s}/whatif": {
    summary: "What the sources' arrows imply where something is set; not what will happen.",
    path: storyPath,
    query: exactly({
      ...hearing,
      set: several("CONCEPT=VALUE: an id, a name or words; from -1 (not so, less) to 1 (so, more)."),
      rule: Type.Optional(oneOf(rules)),
      transfer: Type.Optional(oneOf(transfers)),
      lambda: Type.Optional(Type.Number({ exclusiveMinimum: 0, maximum: 100 })),
      once: Type.Optional(Type.Boolean({ description: "Push once instead of holding." })),
    }),
    answer: exactly({
      caution: Type.String(),
      set: Type.Array(exactly({ id: Type.String(), name: Type.String(), value: Type.Number() })),
      settings: exactly({
        rule: oneOf(rules),
        transfer: oneOf(transfers),
        lambda: Type.Number(),
        mode: oneOf(["clamp", "once"]),
      }),
      outcome: exactly({
        kind: oneOf(["fixed", "cycle", "chaotic", "open"]),
        rounds: place,
        period: orNull(place),
      }),
      implied: Type.Array(
        exactly({
          id: Type.String(),
          name: Type.String(),
          change: Type.Number(),
          low: orNull(Type.Number()),
          high: orNull(Type.Number()),
          sameWay: orNull(share),
          ambiguous: Type.Boolean(),
          ways: Type.Array(exactly({ carried: Type.Number(), arrows: Type.Array(place) })),
        }),
      ),
      arrows: Type.Array(
        exactly({
          from: Type.String(),
          sign,
          to: Type.String(),
          strength: share,
          said: Type.Array(
            exactly({
              cause: Type.String(),
              by: Type.String(),
              article: Type.String(),
              hedged: Type.Boolean(),
              conditional: Type.Boolean(),
              denied: Type.Boolean(),
              start: place,
              end: place,
              words: Type.String(),
            }),
          ),
        }),
      ),
    }),
  },
} as const satisfies Routes;
