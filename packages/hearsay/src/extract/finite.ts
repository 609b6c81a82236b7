/** What is asked of a token here, whoever keeps it. */
interface Word {
  readonly form: string;
  readonly xpos: string;
  readonly deprel: string;
}

/**
 * Whether the next finite verb from `from` on has what stands before it for its subject: "(denied an) offer of buses had
 * been made". Not so behind a mark, a conjunction or a relative word, nor in "(denied a) motion the bank filed".
 */
export function opensClause(word: (i: number) => Word | undefined, from: number): boolean {
  for (let i = from, next = word(i); next !== undefined; next = word(++i)) {
    if (asideOrEnd.test(next.form)) return false;
    if (finite.test(next.xpos)) return !next.deprel.startsWith("acl");
  }
  return false;
}

const finite = /^(?:VB[DPZ]|MD)$/;
const asideOrEnd =
  /^(?:[.,;:!?()"“”—–-]|and|but|or|who|which|that|as|after|before|because|when|while|if|since|until|where)$/i;
