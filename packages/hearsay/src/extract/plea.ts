/** "Pleaded guilty to a charge", "pleads not guilty", "pled no contest": a plea in court, which asks for nothing and tells nothing. */
export function isPlea(lemmas: readonly string[], verb: number): boolean {
  if (!/^(?:plead|pled)$/.test(lemmas[verb] ?? "")) return false;
  const [first, second] = lemmas.slice(verb + 1, verb + 3).map((lemma) => lemma.toLowerCase());
  return (
    /^(?:guilty|innocent|nolo)$/.test((first === "not" ? second : first) ?? "") ||
    (first === "no" && second === "contest")
  );
}
