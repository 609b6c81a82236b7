import { writeFileSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";
import { pack } from "../weights.js";
import { goldPage, readGold } from "./gold.js";
import { train } from "./train.js";

const quality = { [constants.BROTLI_PARAM_QUALITY]: 10, [constants.BROTLI_PARAM_LGWIN]: 24 };

/**
 * Trains the weights of findStatements: `node …/train/main.js polnear-train.jsonl OUT.bin [articles]`.
 * Same input, same file.
 */
const [source, target, limit] = process.argv.slice(2);
if (source === undefined || target === undefined) {
  console.error("usage: main.js TRAIN.jsonl OUT.bin [ARTICLES]");
  process.exit(2);
}
const articles = readGold(source).slice(0, limit ? Number(limit) : undefined);
writeFileSync(target, brotliCompressSync(pack(train(articles.map(goldPage))), { params: quality }));
