import { paths } from "#lib/http/paths.ts";

interface Picture {
  id: string;
  name: string;
  width: number;
  height: number;
  alt: string;
  credit: string;
}

/** Pictures at a fixed shape, so that the text never moves when they arrive. */
export function Pictures({ pictures }: { pictures: readonly Picture[] }) {
  return pictures.map(({ id, name, width, height, alt, credit }) => (
    <figure key={id} className="mt-6 max-w-prose">
      <img
        src={paths.file(id, name)}
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
