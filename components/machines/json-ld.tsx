/** What a page says to machines in the words of schema.org. No browser runs it. */
export function JsonLd({ data }: { data: object }) {
  // The one character by which a text could end the element it stands in.
  const json = JSON.stringify(data).replaceAll("<", "\\u003c");
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}
