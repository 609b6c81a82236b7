/** JSON Schemas of what tools are asked with: every text and number bounded, nothing else taken. */
const text = (description: string, maxLength = 300) => ({ type: "string", minLength: 1, maxLength, description });
const count = (description: string, maximum: number, minimum = 0) => ({
  type: "integer",
  minimum,
  maximum,
  description,
});

/** An object with these properties and no others. */
export const object = (properties: Readonly<Record<string, object>>, required: readonly string[] = []) => ({
  type: "object" as const,
  properties,
  required: [...required],
  additionalProperties: false,
});

export const paging = {
  limit: count("at most so many records; 20 unless said", 100, 1),
  offset: count("how many to pass over: `next` of the answer before", 1_000_000),
};
export const filters = {
  article: text("only from this article: id, file name, or the beginning of one"),
  outlet: text("only from outlets whose name holds this"),
  since: text("only on or after this date: 2026, 2026-03, 2026-03-14", 16),
  until: text("only on or before this date", 16),
  words: text("only where the exact words hold this, taken as it stands"),
};
export { count, text };
