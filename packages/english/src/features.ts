import { hashText } from "./hash.js";
import { normalise, shapeOf } from "./words.js";

/**
 * The keys under which the network knows parts of a written form: the word itself first, then its beginnings, endings
 * and shape, each levelled as `normalise` says and hashed with a letter for its kind.
 */
export function formKeys(form: string): number[] {
  const text = normalise(form).slice(0, 60);
  const keys = [hashText(`w ${text}`), hashText(`h ${shapeOf(form)}`)];
  for (let n = 1; n <= 4; n++) if (text.length > n || n === 1) keys.push(hashText(`s ${text.slice(-n)}`));
  for (let n = 1; n <= 3; n++) if (text.length > n) keys.push(hashText(`p ${text.slice(0, n)}`));
  return keys;
}
