import type { Analysis } from "./analyse.js";

/** The places of the tags and relations that `agreeing` looks at. */
export interface KnownNames {
  readonly pastTense: number;
  readonly pastParticiple: number;
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
 * tense ("the pumps stopped"). In the training data that holds of 99 in 100 such verbs. The same with a passive's subject
 * where the verb cannot be a passive: "the operator promised to deliver".
 */
export function agreeing({ tags, heads, labels }: Analysis, names: KnownNames, forms: readonly string[]): Analysis {
  if (!tags.includes(names.pastParticiple)) return { tags, heads, labels };
  const having = (relation: number) => new Set(heads.filter((_, i) => labels[i] === relation));
  const [subject, passive, infinitive] = [names.subject, names.passiveSubject, names.infinitive].map(having);
  const helped = new Set(heads.filter((_, i) => names.auxiliaries.includes(labels[i]!)));
  const active = (i: number) => passive!.has(i) && infinitive!.has(i) && subjectControl.test(forms[i] ?? "");
  const past = (i: number) =>
    tags[i] === names.pastParticiple && !helped.has(i) && (subject!.has(i) || active(i)) ? names.pastTense : tags[i]!;
  const own = (i: number) =>
    labels[i] === names.passiveSubject && active(heads[i]!) && !helped.has(heads[i]!) ? names.subject : labels[i]!;
  return { tags: tags.map((_, i) => past(i)), heads, labels: labels.map((_, i) => own(i)) };
}
