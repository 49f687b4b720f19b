import { getPayload } from "payload";
import config from "./payload.config.js";

const taxonomies = { topics: "topics", supportTypes: "support-types" };

/** Ten cards, and how many case studies each option would leave. */
export async function listCaseStudies({ q = "", topic, support, page = "1" }) {
  const payload = await getPayload({ config });
  const words = q.split(/\s+/).filter(Boolean);
  const search = words.map((word) => ({
    or: ["title", "summary", "body"].map((field) => ({ [field]: { contains: word } })),
  }));
  const filters = {
    ...(topic && { topics: { "topics.slug": { equals: topic } } }),
    ...(support && { supportTypes: { "supportTypes.slug": { equals: support } } }),
  };
  const everything = { and: [...search, ...Object.values(filters)] };
  const [found, ...groups] = await Promise.all([
    payload.find({
      collection: "posts",
      where: everything,
      limit: 10,
      page: Number(page),
      depth: 1,
      select: { slug: true, title: true, summary: true, publishedAt: true, topics: true, supportTypes: true },
    }),
    ...Object.keys(taxonomies).map((name) => countOptions(payload, name, search, filters)),
  ]);
  return { ...found, groups };
}

/** One question for each taxonomy is quicker than one for each of its options. */
async function countOptions(payload, name, search, filters) {
  const others = Object.entries(filters).flatMap(([key, filter]) => (key === name ? [] : filter));
  const where = { and: [...search, ...others] };
  const [options, counted] = await Promise.all([
    payload.find({ collection: taxonomies[name], pagination: false, sort: "name" }),
    payload.find({ collection: "posts", where, pagination: false, depth: 0, select: { [name]: true } }),
  ]);
  const counts = new Map();
  for (const id of counted.docs.flatMap((post) => post[name] ?? [])) counts.set(id, (counts.get(id) ?? 0) + 1);
  return { name, options: options.docs.map((option) => ({ ...option, count: counts.get(option.id) ?? 0 })) };
}

/** A case study with the names of its topics and support types. */
export async function findCaseStudy(slug) {
  const payload = await getPayload({ config });
  const { docs } = await payload.find({ collection: "posts", where: { slug: { equals: slug } }, limit: 1, depth: 1 });
  return docs[0] ?? null;
}
