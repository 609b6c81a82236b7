import { analyse, installedStages } from "../../engine/index.js";
import type { ReadInput } from "../../engine/stages.js";
import { makeReport } from "../../tell/index.js";
import { type Filter, type JsonRecord, optionalText, requireText } from "../stage.js";

/** Articles as `read` takes them, with ids of their own, to the whole story as `report --format json` prints it. */
export const filter: Filter = {
  kind: "whole",
  check: (record) => void inputOf(record),
  async run(records) {
    const stages = installedStages();
    const all = { ...(await stages.perArticle()), ...(await stages.perStory()) };
    return makeReport(await analyse("story", all, records.map(inputOf)));
  },
};

function inputOf(record: JsonRecord): ReadInput {
  const [id, url, html] = [requireText(record, "id"), optionalText(record, "url"), optionalText(record, "html")];
  const content = html === null ? { text: requireText(record, "text") } : { html };
  return { id, file: url ?? id, ...(url !== null && { url }), ...content };
}
