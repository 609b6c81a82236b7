import { expect, it } from "vitest";
import type { ListedClaim } from "../../data/story.js";
import { matrixSvg } from "./picture.js";

it("draws the matrix as a picture; words are text in it, whatever they hold", () => {
  const claim = { id: "c", proposition: '<script>"x"</script> & more' } as ListedClaim;
  const columns = [
    { id: "o1", label: "<b>Post", number: 1, published: null },
    { id: "o2", label: "Herald", number: 2, published: null },
  ];
  const cells = new Map([["c", new Map([["o1", "supports" as const]])]]);
  const svg = matrixSvg([claim], columns, cells);
  expect(svg).toContain("&lt;script&gt;&quot;x&quot;&lt;/script&gt; &amp; more");
  expect(svg).toContain("1 &lt;b&gt;Post");
  expect(svg.match(/<circle/g)).toHaveLength(1);
});
