import type { Analysis } from "./analyse.js";

/** The places of the tags and relations that `agreeing` looks at. */
export interface KnownNames {
  readonly pastTense: number;
  readonly pastParticiple: number;
  readonly adjective: number;
  readonly subject: number;
  readonly passiveSubject: number;
  /** An infinitive without subject of its own. */
  readonly infinitive: number;
  /** Auxiliaries and copulas. */
  readonly auxiliaries: readonly number[];
}

/** Finds the places in the lists of joint tags and of relations. */
export function knownNames(tags: readonly string[], relations: readonly string[]): KnownNames {
  return {
    pastTense: tags.indexOf("VERB VBD"),
    pastParticiple: tags.indexOf("VERB VBN"),
    adjective: tags.indexOf("ADJ JJ"),
    subject: relations.indexOf("nsubj"),
    passiveSubject: relations.indexOf("nsubj:pass"),
    infinitive: relations.indexOf("xcomp"),
    auxiliaries: [...relations.keys()].filter((r) => /^(?:aux|cop)/.test(relations[r]!)),
  };
}

/** Verbs whose subject is that of their infinitive: nobody "was refused to come". */
const subjectControl =
  /^(?:promised|refused|agreed|vowed|pledged|declined|threatened|decided|hoped|offered|tried|attempted|managed|failed|sought)$/i;

/**
 * Tags that agree with the tree: what looks like a participle but has a subject of its own and no auxiliary is a past
 * tense ("the pumps stopped"). In the training data that holds of 99 in 100 such verbs. The same of what looks like an
 * adjective in -ed ("the truce expired"), and with a passive's subject where the verb cannot be a passive: "the operator
 * promised to deliver".
 * @param formOf the written form of a word of the sentence
 */
export function agreeing(analysis: Analysis, names: KnownNames, formOf: (i: number) => string): Analysis {
  let { tags, labels } = analysis;
  for (const [i, tag] of analysis.tags.entries()) {
    if (tag !== names.pastParticiple && !(tag === names.adjective && formOf(i).endsWith("ed"))) continue;
    const { subject, passiveSubject, helped, infinitive } = below(analysis, i, names);
    const active = passiveSubject >= 0 && infinitive && subjectControl.test(formOf(i));
    if (helped || !(subject || active)) continue;
    tags = tags.with(i, names.pastTense);
    if (active) labels = labels.with(passiveSubject, names.subject);
  }
  return { tags, heads: analysis.heads, labels };
}

/** What hangs on a word. */
function below({ heads, labels }: Analysis, verb: number, names: KnownNames) {
  const found = { subject: false, passiveSubject: -1, helped: false, infinitive: false };
  for (let i = 0; i < heads.length; i++) {
    if (heads[i] !== verb) continue;
    if (labels[i] === names.subject) found.subject = true;
    else if (labels[i] === names.passiveSubject) found.passiveSubject = i;
    else if (labels[i] === names.infinitive) found.infinitive = true;
    else if (names.auxiliaries.includes(labels[i]!)) found.helped = true;
  }
  return found;
}
