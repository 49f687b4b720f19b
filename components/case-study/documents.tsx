import { fileKind, fileSize } from "#components/ui/words.ts";
import { paths } from "#lib/http/paths.ts";
import type { FileAddress } from "./pictures.tsx";

interface Document {
  id: string;
  name: string;
  title: string;
  bytes: number;
}

interface Props {
  documents: readonly Document[];
  /** Where they are if they are not public yet. */
  address?: FileAddress | undefined;
}

/** Files to take away, each with what kind of file it is and how large. */
export function Documents({ documents, address }: Props) {
  return (
    <ul className="prose mt-4 list-disc pl-6">
      {documents.map(({ id, name, title, bytes }) => (
        <li key={id}>
          <a href={address?.(id) ?? paths.file(id, name)}>{title || name}</a> ({fileKind(name)}, {fileSize(bytes)})
        </li>
      ))}
    </ul>
  );
}
