/** With a query, each of these can be asked for in more ways than anybody could keep. */
const lists =
  /^\/(?:case-studies|councils|suggestions|(?:topics|support-types|collections)\/[^/]+|api\/v1\/(?:case-studies|councils|suggest))\?./;

/** What is made from many case studies, or anew for whoever asks. */
const wholes = /^\/(?:case-studies\.(?:atom|csv|json)|downloads\/[^?]*|sitemap\/[^?]*|[^?]*\.docx)(?:\?|$)/;

/** Where people are at something of their own. */
const owns =
  /^\/(?:submit\/.|track\/|editor(?:[/?]|$)|sign-in|my-case-studies|alerts\/|erase\/|fact-check\/|enquiries\/)/;

/**
 * Where whoever reads an address waits when more is asked for than can be made: with what is dear to make, with the other pages
 * for everybody, or with those who are at something of their own.
 *
 * @param address a path with its query, or what a public page is kept under, which may have a host and a space before it
 */
export function queueOf(address: string): "dear" | "public" | "own" {
  const target = address.slice(address.indexOf("/"));
  if (owns.test(target)) return "own";
  return lists.test(target) || wholes.test(target) ? "dear" : "public";
}
