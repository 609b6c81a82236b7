import { readFileSync } from "node:fs";
import { brotliDecompressSync } from "node:zlib";

/** What was learnt: a weight table for cues, one row of four labels a slot for roles, and what labels follow one another. */
export interface Weights {
  /** log2 of the number of slots of the cue table and of the role table. */
  readonly cueBits: number;
  readonly roleBits: number;
  readonly cues: Int8Array;
  readonly cueScale: number;
  readonly roles: Int8Array;
  readonly roleScale: number;
  /** Which of the likeliest readings around a cue is right. Only their order counts, so there is no scale. */
  readonly choiceBits: number;
  readonly choices: Int8Array;
  /** The verdict on a cue read with its source and content. */
  readonly verdictBits: number;
  readonly verdicts: Int8Array;
  readonly verdictScale: number;
  /** [context][label before][label], contexts as `transitionContext` numbers them. */
  readonly transitions: readonly number[];
  /** Words beside verbs that were seen as cues: "LEMMA/UPOS". */
  readonly candidates: ReadonlySet<string>;
  /** An attribution is taken from this probability on. */
  readonly threshold: number;
}

interface Header {
  readonly cueBits: number;
  readonly roleBits: number;
  readonly cueScale: number;
  readonly roleScale: number;
  readonly choiceBits: number;
  readonly verdictBits: number;
  readonly verdictScale: number;
  readonly transitions: readonly number[];
  readonly candidates: readonly string[];
  readonly threshold: number;
}

const location = new URL("../../../data/statements.bin", import.meta.url);
let loaded: Weights | undefined;

/** The weights shipped with the package, read at the first call. */
export function weights(): Weights {
  loaded ??= unpack(brotliDecompressSync(readFileSync(location)));
  return loaded;
}

/** Layout: length of the JSON header (4 bytes, little-endian), the header, then the tables of cues, roles, choices and verdicts. */
export function unpack(bytes: Uint8Array): Weights {
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length))) as Header;
  const cueEnd = 4 + length + 2 ** header.cueBits;
  const roleEnd = cueEnd + 4 * 2 ** header.roleBits;
  const choiceEnd = roleEnd + 2 ** header.choiceBits;
  const table = (from: number, to: number) => {
    const copy = new Int8Array(to - from);
    copy.set(bytes.subarray(from, to));
    return copy;
  };
  return {
    ...header,
    candidates: new Set(header.candidates),
    cues: table(4 + length, cueEnd),
    roles: table(cueEnd, roleEnd),
    choices: table(roleEnd, choiceEnd),
    verdicts: table(choiceEnd, choiceEnd + 2 ** header.verdictBits),
  };
}

export function pack(w: Weights): Uint8Array {
  const { cues, roles, choices, verdicts, candidates, ...header } = w;
  const json = new TextEncoder().encode(
    JSON.stringify({ ...header, candidates: [...candidates].sort() } satisfies Header),
  );
  const out = new Uint8Array(4 + json.length + cues.length + roles.length + choices.length + verdicts.length);
  new DataView(out.buffer).setUint32(0, json.length, true);
  out.set(json, 4);
  let at = 4 + json.length;
  for (const table of [cues, roles, choices, verdicts]) {
    out.set(new Uint8Array(table.buffer), at);
    at += table.length;
  }
  return out;
}
