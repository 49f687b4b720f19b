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

/** Where a file can be had that is not public yet; a width of 0 is the file as it is kept. */
export type FileAddress = (id: string, width?: number) => string;

interface Props {
  pictures: readonly Picture[];
  /** Where they are if they are not public yet. */
  address?: FileAddress | undefined;
}

/** Pictures at a fixed shape, so that the text never moves when they arrive; none is larger than it was sent. */
export function Pictures({ pictures, address }: Props) {
  const atWidth = address ?? paths.fileAtWidth;
  return pictures.map(({ id, name, width, height, widths = [], alt, credit }) => (
    <figure key={id} className="mt-6 max-w-prose">
      <img
        src={address?.(id) ?? paths.file(id, name)}
        srcSet={widths.map((one) => `${atWidth(id, one)} ${one}w`).join(", ") || undefined}
        sizes={widths.length ? "(min-width: 44rem) 42rem, 100vw" : undefined}
        width={width}
        height={height}
        alt={alt}
        loading="lazy"
        className="h-auto max-h-[40rem] max-w-full object-contain object-left"
      />
      {credit && <figcaption className="mt-1 text-small text-soft">Image: {credit}</figcaption>}
    </figure>
  ));
}
