import { paths } from "#lib/http/paths.ts";

interface Picture {
  id: string;
  name: string;
  width: number;
  height: number;
  /** The other widths it is kept in. */
  widths?: readonly number[];
  alt: string;
  credit: string;
}

/** Pictures at a fixed shape, so that the text never moves when they arrive. */
export function Pictures({ pictures }: { pictures: readonly Picture[] }) {
  return pictures.map(({ id, name, width, height, widths = [], alt, credit }) => (
    <figure key={id} className="mt-6 max-w-prose">
      <img
        src={paths.file(id, name)}
        srcSet={widths.map((one) => `${paths.fileAtWidth(id, one)} ${one}w`).join(", ") || undefined}
        sizes={widths.length ? "(min-width: 44rem) 42rem, 100vw" : undefined}
        width={width}
        height={height}
        alt={alt}
        loading="lazy"
        className="h-auto w-full"
      />
      {credit && <figcaption className="mt-1 text-small text-soft">Picture: {credit}</figcaption>}
    </figure>
  ));
}
