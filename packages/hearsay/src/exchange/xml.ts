/** Text for XML: markup escaped, also in attributes, and what XML 1.0 has no place for replaced. */
export function xmlText(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd")
    .replace(/[&<>"'\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** An element; attributes whose value is null are left out, `inner` is markup already. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | null>>,
  inner: readonly string[] = [],
): string {
  const head = Object.entries(attributes).flatMap(([key, value]) =>
    value === null ? [] : [` ${key}="${xmlText(String(value))}"`],
  );
  return inner.length === 0 ? `<${name}${head.join("")}/>` : `<${name}${head.join("")}>${inner.join("")}</${name}>`;
}

export const xmlHead = '<?xml version="1.0" encoding="UTF-8"?>\n';
