/** Markup that is safe to put into a page: made by `html` alone, so everything in it was written here or escaped. */
export class SafeHtml {
  constructor(readonly markup: string) {}
}

export type HtmlValue = SafeHtml | string | number | null | readonly HtmlValue[];

/** A template whose literal parts are markup and whose values are escaped, unless they are `SafeHtml` themselves. */
export function html(markup: TemplateStringsArray, ...values: readonly HtmlValue[]): SafeHtml {
  return new SafeHtml(markup.reduce((all, literal, i) => all + render(values[i - 1] ?? null) + literal));
}

function render(value: HtmlValue): string {
  if (value === null) return "";
  if (value instanceof SafeHtml) return value.markup;
  if (typeof value === "string") return escaped(value);
  return typeof value === "number" ? String(value) : value.map(render).join("");
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
  "`": "&#96;",
};

/** For element content and quoted attributes; control and text-turning characters are made visible. */
export const escaped = (text: string): string =>
  text
    .replace(/(?![\n\t\u200c\u200d])[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Noncharacter_Code_Point}]/gu, "\ufffd")
    .replace(/[&<>"'`]/g, (c) => entities[c] ?? "");
