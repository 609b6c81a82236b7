// The pictures of docs/workbench.md, taken anew from a server over the sample story, each in light at 1280 by 800:
//   npx hearsay add -s cable stories/cable/articles && npx hearsay serve -s cable
//   node packages/workbench/testing/pictures.mjs http://127.0.0.1:4747/ cable
import { fileURLToPath } from "node:url";
import { launch, openPage, settled, visit } from "./browser.mjs";

const [url, story] = process.argv.slice(2);
if (story === undefined) throw new Error("node packages/workbench/testing/pictures.mjs http://127.0.0.1:4747/ cable");
const folder = fileURLToPath(new URL("../../../docs/images/", import.meta.url));
const browser = await launch();
const { page } = await openPage(browser, url, { colorScheme: "light" });
const api = async (path) => (await fetch(`${url}api/v1/stories/${story}${path}`)).json();
const take = async (name, hash) => {
  if (hash !== undefined) await visit(page, url, `#/${story}/${hash}`);
  await settled(page);
  await page.mouse.move(0, 0);
  await page.waitForTimeout(700);
  await page.screenshot({ path: `${folder}workbench-${name}.png` });
};

const { derivations } = await api("/lineage");
const spun = derivations.find((d) => d.kind === "spun") ?? derivations.find((d) => d.source !== null);
const contested = (await api("/claims?verdict=contradicted")).rows[0];
const established = (await api("/claims?verdict=corroborated&limit=3")).rows;
await take("overview", "overview");
const { cells } = await api("/matrix");
const [, against] = cells.find(([claim, , stand]) => claim === contested.id && stand === "contradicts");
await take("claims", `claims?open=${contested.id}&cell=${against}`);
await take("lineage", `lineage?open=${spun.derived}~${spun.source}`);
await take("compare", `compare/${spun.source}~${spun.derived}`);
await take("reader", `article/${spun.derived}?removed=1&layers=claim+statement+event`);
await take("timeline", "timeline");
await take("review", "review");
const { concepts, arrows } = await api("/map");
const led =
  arrows.find(({ from, to }) => arrows.filter((one) => one.from === from || one.from === to).length > 1) ?? arrows[0];
await take("causes", `causes?set=${encodeURIComponent(`${concepts[led.from].id}=1`)}`);
const { remarks, positions } = await api("/report");
const stands = new Set(positions.map(({ actor }) => actor));
const spoke = remarks.find(({ entity }) => stands.has(entity)) ?? remarks.find(({ entity }) => entity !== null);
if (spoke !== undefined) await take("speaker", `actor/${spoke.entity}`);
for (const claim of [contested, ...established]) {
  await visit(page, url, `#/${story}/claims?open=${claim.id}`);
  await page.locator(".panel .pick-button").first().click();
}
await visit(page, url, `#/${story}/brief`);
// What was said when they were chosen is gone then.
await page.reload();
await page.waitForSelector(".sheet .verified, .sheet .unverified");
await take("brief");
await browser.close();
