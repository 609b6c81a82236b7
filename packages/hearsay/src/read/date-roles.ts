import { type DayOrder, type FoundDate, findDates } from "./dates.js";

/** What a text says that a date it shows is the date of; "plain" where it says nothing. */
export type Role = "published" | "plain" | "updated" | "reviewed";

const words: readonly (readonly [Role, RegExp])[] = [
  [
    "published",
    /(?<!\p{L})(?:publish|posted|post (?:time|date)|released|written on|veröffentlicht|erschienen|publi[éc]|publicad|pubblicat|gepubliceerd|publicer|opublikow|data publikacji|vydáno|objav|julkaistu|megjelen|közzé|diterbit|dipublikasi|đăng|avaldatud|yayın|опубл|публик|објав|δημοσι|نشر|منتشر|انتشار|פורסם)|发布|發布|发表|發表|公開|掲載|입력|게재|등록/giu,
  ],
  [
    "updated",
    /(?<!\p{L})(?:up-?dat|modif|revis|edited|refresh|last chang|aktuali[sz]|geändert|mise? à jour|actualiz|aggiorna|atualiz|bijgewerkt|gewijzigd|uppdater|opdater|oppdater|zaktualiz|upraven|ažurir|posodob|päivit|muokat|frissít|módos|diperbarui|diubah|cập nhật|uuend|güncel|обновл|измен|оновл|змінен|обновен|ажурир|ενημ[εέ]ρ|تحديث|روزرسانی|עודכן)|更新|수정|업데이트/giu,
  ],
  [
    "reviewed",
    /\b(?:reviewed|received|accepted|submitted|fact[ -]checked|verified|accessed|retrieved|geprüft|valid|expires)\b/giu,
  ],
];

/** The last word counts: in "Posted by Ana, updated on" it is "updated". Null where there is none. */
function roleOf(label: string): Role | null {
  let [role, last]: [Role | null, number] = [null, -1];
  for (const [name, pattern] of words) {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(label); match !== null; match = pattern.exec(label))
      if (match.index > last) [role, last] = [name, match.index];
  }
  return role;
}

/** Whether a line speaks of publication or of a change. */
export const namesRole = (text: string): boolean => /published|updated/.test(roleOf(text.slice(0, 400)) ?? "");

export interface RoledDate extends FoundDate {
  /** What the words before it call it; null where they do not. */
  readonly role: Role | null;
}

const original =
  /\bth(?:is|e) (?:article|post|story|piece|guide|report) (?:was|has been) (?:originally|first) published (?:on |at )?(?=[^.]{6,40}\d)/i;

/** The date behind "this article was originally published on"; null in any other text. */
export function originalIn(text: string, order: DayOrder): FoundDate | null {
  const found = original.exec(text);
  if (found === null) return null;
  const start = found.index + found[0].length;
  const [date] = findDates(text.slice(start, start + 40), order);
  return date !== undefined && date.start < 8 && date.otherwise === null ? date : null;
}

/** "Last updated" and "Published:" are about the line below; "Reviewed by Ana Novak" is not. */
const isLabel = (line: string): boolean => line.length < 30 && !/\s(?:by|von|par|por|di)\s/i.test(line);

/** The dates of a line, each with what the words before it call it; `above` is the line before, which may be a label. */
export function roledDates(text: string, above: string, order: DayOrder): RoledDate[] {
  let end = 0;
  return findDates(text, order).map((date) => {
    const label = text.slice(Math.max(end, date.start - 40), date.start);
    const before = end === 0 && label.trim().length < 3 && isLabel(above) ? `${above} ` : "";
    end = date.end;
    return { ...date, role: roleOf(before + label) };
  });
}

const twoNumbers = /(?<![\d/.-])(\d\d?)[/-](\d\d?)[/-](?:20)?\d\d(?![\d/.-])/g;

/** Which comes first in the all-digit dates of these lines, where one of them can be read in one way only. */
export function orderIn(lines: readonly string[]): DayOrder {
  let [dayFirst, monthFirst] = [0, 0];
  for (const text of lines) {
    if (text.length > 300) continue;
    for (const [, a, b] of text.matchAll(twoNumbers)) {
      if (Number(a) > 12 && Number(b) <= 12) dayFirst++;
      if (Number(b) > 12 && Number(a) <= 12) monthFirst++;
    }
  }
  if (dayFirst > 0 && monthFirst > 0) return "unknown";
  return dayFirst > 0 ? "day-first" : monthFirst > 0 ? "month-first" : "unknown";
}

/** Longest line whose dates are asked. */
const longest = 160;

/** The days that short lines name in one way only. */
export const clearDays = (lines: readonly string[]): ReadonlySet<string> =>
  new Set(
    lines
      .filter((text) => text.length <= longest)
      .flatMap((text) => findDates(text))
      .flatMap((date) => (date.otherwise === null ? [date.value.slice(0, 10)] : [])),
  );

/** The one of two readings that is known to be meant; null where both are or neither is. */
export function readingOf(readings: readonly [string, string], known: (day: string) => boolean): string | null {
  const [one, other] = readings.map((value) => known(value.slice(0, 10)));
  return one === other ? null : one ? readings[0] : readings[1];
}
