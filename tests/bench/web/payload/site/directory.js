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
  const [found, groups] = await Promise.all([
    payload.find({
      collection: "posts",
      where: { and: [...search, ...Object.values(filters)] },
      limit: 10,
      page: Number(page),
      depth: 1,
      select: { slug: true, title: true, summary: true, publishedAt: true, topics: true, supportTypes: true },
    }),
    countOptions(payload, search, filters),
  ]);
  return { ...found, groups };
}

/**
 * The options of both taxonomies, each counted among what the search and the other filter leave: by reading what each case study
 * has, once where both count the same ones, which here costs no more than a count for each of 67 options.
 */
async function countOptions(payload, search, filters) {
  const read = (where) =>
    payload.find({
      collection: "posts",
      where,
      pagination: false,
      depth: 0,
      select: { topics: true, supportTypes: true },
    });
  const all = Object.keys(filters).length ? null : read({ and: search });
  return Promise.all(
    Object.entries(taxonomies).map(async ([name, collection]) => {
      const others = Object.entries(filters).flatMap(([key, filter]) => (key === name ? [] : filter));
      const [options, { docs }] = await Promise.all([
        payload.find({ collection, pagination: false, sort: "name" }),
        all ?? read({ and: [...search, ...others] }),
      ]);
      const counts = new Map();
      for (const id of docs.flatMap((post) => post[name] ?? [])) counts.set(id, (counts.get(id) ?? 0) + 1);
      return { name, options: options.docs.map((option) => ({ ...option, count: counts.get(option.id) ?? 0 })) };
    }),
  );
}

/** A case study with the names of its topics and support types. */
export async function findCaseStudy(slug) {
  const payload = await getPayload({ config });
  const { docs } = await payload.find({ collection: "posts", where: { slug: { equals: slug } }, limit: 1, depth: 1 });
  return docs[0] ?? null;
}
