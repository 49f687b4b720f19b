import { expect, test } from "vitest";
import { readSavedListing } from "#lib/transfer/import/saved-listing/read-saved-listing.ts";

const page = `<!doctype html><html><head><title>Case studies</title><link rel="canonical" href="https://old.example/case-studies?x=1"></head>
<body><nav><a href="/">Home</a></nav><h1>Case studies</h1><form><label>Topic</label></form>
<p>Your search returned <b>2</b> results</p>
<article><h3><a href="/case-studies/first">First &amp; foremost</a></h3><p>It <em>began</em> well.<br>It began well.</p>
<p><a href="/topics/early-years">View all Early Years articles</a></p></article>
<article><h3><a href="https://elsewhere.example/second">Second</a></h3><div>It went on.</div></article>
<ul><li><a href="?page=2">Next</a></li></ul><footer><a href="/privacy">Privacy</a></footer></body></html>`;

const lists = {
  councils: [],
  supportTypes: [],
  topics: [{ id: "early-years", slug: "early-years", name: "Early Years" }],
};

async function read(text: string, base = "") {
  const { rows, notes } = await readSavedListing(
    (async function* () {
      yield text;
    })(),
    { lists, base },
  );
  const read = [];
  for await (const { cells } of rows)
    read.push(Object.fromEntries(cells.map(({ column, value }) => [column.name, value])));
  return { read, notes };
}

test("a page saved as HTML brings the addresses of what it lists", async () => {
  const { read: found, notes } = await read(page);
  expect(notes).toEqual([]);
  expect(found).toEqual([
    expect.objectContaining({
      title: "First & foremost",
      summary: "It began well. It began well.",
      source: [{ title: "First & foremost", url: "https://old.example/case-studies/first" }],
      topics: ["early-years"],
      lead: "early-years",
    }),
    expect.objectContaining({
      title: "Second",
      source: [{ title: "Second", url: "https://elsewhere.example/second" }],
    }),
  ]);
});

test("an address that is given goes before the page's own", async () => {
  const { read: found } = await read(page, "https://new.example/list");
  expect(found[0]?.["source"]).toEqual([{ title: "First & foremost", url: "https://new.example/case-studies/first" }]);
});

test("a link around a heading, or around all of an item, leads where that is", async () => {
  const items = `<article><a href="/b"><h3>B</h3></a><p>It went on.</p></article>
<a href="/c"><div><h3>C</h3><p>It ended.</p></div></a> <p>And was <a href="/d">looked at</a>.</p>`;
  const { read: found } = await read(page.replace(/<article>.*<\/article>/s, items));
  expect(found.map(({ title, summary, source }) => [title, summary, source])).toEqual([
    ["B", "It went on.", [{ title: "B", url: "https://old.example/b" }]],
    ["C", "It ended. And was looked at.", [{ title: "C", url: "https://old.example/c" }]],
  ]);
});
