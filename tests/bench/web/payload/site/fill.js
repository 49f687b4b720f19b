import { readFile } from "node:fs/promises";
import { getPayload } from "payload";
import config from "./payload.config.js";

/* Makes the tables, as it does outside production, and writes the case studies of a file: node fill.js CONTENT.json */
const content = JSON.parse(await readFile(process.argv[2], "utf8"));
const payload = await getPayload({ config });

const topics = await idsOf("topics", content.topics);
const supportTypes = await idsOf("support-types", content.supportTypes);
for (const post of content.posts) {
  const terms = {
    topics: post.topics.map((slug) => topics[slug]),
    supportTypes: post.supportTypes.map((slug) => supportTypes[slug]),
  };
  await payload.create({ collection: "posts", data: { ...post, ...terms } });
}
const { totalDocs } = await payload.count({ collection: "posts" });
console.log(`filled with ${totalDocs}`);
process.exit();

async function idsOf(collection, terms) {
  const ids = {};
  for (const { slug, name } of terms) ids[slug] = (await payload.create({ collection, data: { slug, name } })).id;
  return ids;
}
