interface Props {
  url: string;
  /** Its picture, and what can be seen or read on it. */
  picture: { url: string; type: string; width: number; height: number; alt: string };
  published: Date;
  updated: Date;
}

/** How a link to an article looks where it is shared. Every address is absolute; the frame of the page gives title and description. */
export function LinkPreview({ url, picture, published, updated }: Props) {
  return (
    <>
      <meta property="og:type" content="article" />
      <meta property="og:url" content={url} />
      <meta property="og:image" content={picture.url} />
      <meta property="og:image:type" content={picture.type} />
      <meta property="og:image:width" content={String(picture.width)} />
      <meta property="og:image:height" content={String(picture.height)} />
      <meta property="og:image:alt" content={picture.alt} />
      <meta property="article:published_time" content={published.toISOString()} />
      <meta property="article:modified_time" content={updated.toISOString()} />
      <meta name="twitter:card" content="summary_large_image" />
    </>
  );
}
