import { fileKind, fileSize } from "#components/ui/words.ts";
import { paths } from "#lib/http/paths.ts";

interface Document {
  id: string;
  name: string;
  title: string;
  bytes: number;
}

/** Files to take away, each with what kind of file it is and how large. */
export function Documents({ documents }: { documents: readonly Document[] }) {
  return (
    <ul className="prose mt-4 list-disc pl-6">
      {documents.map(({ id, name, title, bytes }) => (
        <li key={id}>
          <a href={paths.file(id, name)}>{title || name}</a> ({fileKind(name)}, {fileSize(bytes)})
        </li>
      ))}
    </ul>
  );
}
