import { parseConllu } from "@hearsay/english";
import type { Filter } from "../stage.js";

/** CoNLL-U with gold words in; the same words with LEMMA, UPOS, XPOS, FEATS where known, HEAD and DEPREL out. */
export const filter: Filter = { kind: "text", run: parseConllu };
