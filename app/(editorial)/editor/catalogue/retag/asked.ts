import { z } from "zod";
import { getCatalogue } from "#lib/data/directory/catalogue.ts";
import { parametersOf, type Parameters } from "#lib/domain/listing/parameters.ts";
import { hasFilters, type ListingQuery } from "#lib/domain/listing/query.ts";
import { ignoresAnything, listingNames, readListing } from "#lib/domain/listing/read.ts";
import { listingPath, writeListing } from "#lib/domain/listing/write.ts";
import { isNothing, type Retag } from "#lib/domain/catalogue/retag/retag.ts";
import { readRetag } from "#lib/http/forms/retag.ts";
import { readText } from "#lib/http/read-text.ts";

/** What an editor asks of the page that retags, as far as it can be read. */
export interface AskedRetag {
  /** The list to choose from. Null while none is chosen. */
  query: ListingQuery | null;
  /** The address that was typed for it. */
  address: string;
  whole: boolean;
  picks: string[];
  retag: Retag;
  /** Whether the preview was asked for. */
  shown: boolean;
  errors: Record<string, string>;
}

const longest = 2000;

/** Reads the address of the page: a list by its address or by filters, which case studies of it, and what is to be done. */
export async function readAskedRetag(parameters: Parameters): Promise<AskedRetag> {
  const values = (name: string) => [parameters[name] ?? []].flat();
  const address = readText(parameters["address"], longest);
  const filters = Object.fromEntries(listingNames.map((name) => [name, parameters[name]]));
  const { query, ...read } = readListing(address ? listingIn(address) : filters, await getCatalogue());
  const misread = address !== "" && (!isList(address) || ignoresAnything(read.ignored));
  const given = query.q !== "" || hasFilters(query) || values("list").includes("all");
  const picks = values("pick").filter((id) => z.uuid().safeParse(id).success);
  const asked = { address, whole: !values("of").includes("ticked"), picks, retag: readRetag(values) };
  const shown = values("show").includes("preview");
  return {
    ...asked,
    query: given && !misread ? query : null,
    shown,
    errors: {
      ...(misread && { address: "Enter the address of a list of this site, like /case-studies?topic=libraries" }),
      ...(shown && errorsIn(asked)),
    },
  };
}

function errorsIn({ whole, picks, retag }: Pick<AskedRetag, "whole" | "picks" | "retag">): Record<string, string> {
  const { add, remove } = retag;
  const both = [...add.topics, ...add.supportTypes].some((id) =>
    [...remove.topics, ...remove.supportTypes].includes(id),
  );
  return {
    ...(!whole && !picks.length && { which: "Tick the case studies to retag, or choose all of the list" }),
    ...(isNothing(add) && isNothing(remove) && { tags: "Tick what to add or what to take away" }),
    ...(both && { tags: "Nothing can be added and taken away at once" }),
  };
}

/** A list of this site: the path, or a whole address with any host, as it is copied from a browser. */
function isList(address: string): boolean {
  return URL.canParse(address, "http://site") && new URL(address, "http://site").pathname === listingPath;
}

const listingIn = (address: string) => (isList(address) ? parametersOf(new URL(address, "http://site").search) : {});

/** A list as the page's own address says it again. */
export function listPairs(query: ListingQuery): [string, string][] {
  const pairs = [...new URLSearchParams(writeListing({ ...query, page: 1 }))] as [string, string][];
  return pairs.length ? pairs : [["list", "all"]];
}

/** Names of topics and support types by which list they are of and their id. */
export const namesOf = ({ topic, support }: Record<"topic" | "support", readonly { id: string; name: string }[]>) =>
  new Map([
    ...topic.map(({ id, name }) => [`topics:${id}`, name] as const),
    ...support.map(({ id, name }) => [`supportTypes:${id}`, name] as const),
  ]);
