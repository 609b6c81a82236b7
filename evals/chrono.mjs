// chrono-node's reading of the same texts, put into TIMEX3 as favourably as its result allows.
import { parse } from "chrono-node";

/** `{id, text, date}` → `{id, times}`; publication is noon of its day, as chrono counts from a time. */
export function chronoTimes({ id, text, date }) {
  const [year, month, day] = (date ?? "2000-01-01").slice(0, 10).split("-").map(Number);
  const found = parse(text, new Date(year, month - 1, day, 12));
  const times = found.map((result) => {
    const value = timex(result.start, [...result.tags()]);
    const end = result.index + result.text.length;
    return { start: result.index, end, type: value.includes("T") ? "TIME" : "DATE", value };
  });
  return { id, times };
}

/** Parts of the day, by the tags chrono gives them. */
const parts = { morning: "MO", afternoon: "AF", evening: "EV", tonight: "NI", night: "NI" };

const two = (n) => String(n).padStart(2, "0");

/** What chrono marks as certain decides how precise the value is: a year, a month, a day or a time of it. */
function timex(components, tags) {
  const sure = (name) => components.isCertain(name);
  const get = (name) => components.get(name);
  const year = String(get("year")).padStart(4, "0");
  const part = tags.map((tag) => parts[tag.replace("casualReference/", "")]).find(Boolean);
  const isDay = sure("day") || sure("weekday") || sure("hour") || part !== undefined;
  if (!isDay && sure("month")) return `${year}-${two(get("month"))}`;
  if (!isDay && sure("year")) return year;
  const day = `${year}-${two(get("month"))}-${two(get("day"))}`;
  if (sure("hour")) return `${day}T${two(get("hour"))}:${two(get("minute"))}`;
  return part === undefined ? day : `${day}T${part}`;
}
