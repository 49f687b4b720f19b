import { listCouncilsLike } from "#lib/data/search/alike.ts";
import type { Interpreted } from "#lib/data/search/interpret.ts";
import { countTotal, listPublished, type Card } from "#lib/data/directory/listings.ts";
import { listTexts } from "#lib/data/directory/texts.ts";
import { ancestorsOf, type Catalogue, type GroupKey } from "#lib/domain/listing/groups.ts";
import { canSort, defaultSort, type ListingQuery } from "#lib/domain/listing/query.ts";
import { passageOf } from "#lib/domain/search/passage.ts";
import { asMeant } from "#lib/domain/search/corrected.ts";
import { recognise, topicsNear } from "#lib/domain/search/recognise.ts";
import type { Offer } from "#components/listing/results/understood.tsx";
import { cardsFrom, type Reasons } from "../cards.ts";

const mostOffers = 3;
const mostLooked = 6;
const mostNear = 2;

/** One page of results with why each is there, and how the words were understood. */
export async function readResults(query: ListingQuery, catalogue: Catalogue) {
  const published = listPublished(query);
  const telling = async () => (await published).interpreted?.telling ?? [];
  const [{ cards: rows, interpreted, ...found }, offersAsTyped] = await Promise.all([
    published,
    offersFor(query, catalogue, telling),
  ]);
  const corrected = interpreted?.corrected ?? [];
  const offers = corrected.length
    ? await offersFor({ ...query, q: asMeant(query.q, corrected) }, catalogue, telling)
    : offersAsTyped;
  const cards = cardsFrom(rows, await reasonsFor(query, rows, interpreted));
  return {
    ...found,
    rows,
    cards,
    offers,
    corrected,
    absent: found.total > 0 ? (interpreted?.absent ?? []) : [],
    passedOver: interpreted?.passedOver ?? false,
    anyOfThem: found.total > 1 && (interpreted?.lexemes.length ?? 0) > 1 && !interpreted?.phrases.length,
    /** Whether quotes or minus signs stand in the way of what only comes near. */
    exact: Boolean(interpreted && interpreted.phrases.length + interpreted.without.length),
  };
}

async function reasonsFor(
  query: ListingQuery,
  rows: readonly Card[],
  interpreted: Interpreted | null,
): Promise<Reasons> {
  const forms = new Set(interpreted?.forms);
  const [texts, alike] = await Promise.all([
    interpreted ? listTexts(rows.map(({ slug }) => slug)) : new Map<string, string>(),
    query.like ? listCouncilsLike(query.like) : [],
  ]);
  const passages = [...texts].flatMap(([slug, text]) => {
    const passage = passageOf(text, forms);
    return passage ? [[slug, passage] as const] : [];
  });
  return { forms, passages: new Map(passages), shared: new Map(alike.map(({ slug, shared }) => [slug, shared])) };
}

/**
 * Councils, regions, topics and support types that the words name, each as a filter that would find something. Where they name no
 * topic whole, topics with a telling word in their names.
 */
async function offersFor(
  query: ListingQuery,
  catalogue: Catalogue,
  telling: () => Promise<readonly string[]>,
): Promise<Offer[]> {
  const implied = (group: GroupKey) => query[group].flatMap((slug) => [slug, ...ancestorsOf(catalogue[group], slug)]);
  const named = recognise(query.q, catalogue);
  const hasTopic = query.topic.length > 0 || named.some(({ group }) => group === "topic");
  const near = hasTopic ? [] : topicsNear(await telling(), catalogue).slice(0, mostNear);
  const choices = [
    ...named.map(({ group, slug, name, rest }) => ({ group, slug, name: `${wordsFor[group]} ${name}`, rest })),
    ...near.map(({ slug, name }) => ({ group: "topic" as const, slug, name: `All of the topic ${name}`, rest: "" })),
  ].filter(({ group, slug }) => !implied(group).includes(slug));
  const offers = choices.slice(0, mostLooked).map(async ({ group, slug, name, rest }) => {
    const narrowed = await offer(name, { ...query, q: rest, [group]: [slug], page: 1 });
    return narrowed.total || !rest ? narrowed : offer(wholly(name), { ...narrowed.query, q: "" });
  });
  return (await Promise.all(offers)).filter(({ total }) => total > 0).slice(0, mostOffers);
}

async function offer(name: string, wanted: ListingQuery): Promise<Offer> {
  const query = { ...wanted, sort: canSort(wanted.sort, wanted) ? wanted.sort : defaultSort(wanted) };
  return { name, query, total: await countTotal(query) };
}

const wholly = (name: string) => name.replace(/^Only (?:the )?/, (only) => (only === "Only " ? "All " : "All of the "));

const wordsFor = {
  topic: "Only the topic",
  support: "Only the support type",
  council: "Only case studies from",
  region: "Only case studies from",
};
