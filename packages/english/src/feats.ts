/** Features by "UPOS XPOS" and, where a word has its own, by "UPOS XPOS form" in lower case. */
export type FeatureTable = ReadonlyMap<string, string>;

/** The features of a form with a joint tag, `Number=Plur|…`, or "_". */
export function featsOf(form: string, tag: string, table: FeatureTable): string {
  return table.get(`${tag} ${form.toLowerCase()}`) ?? table.get(tag) ?? "_";
}
