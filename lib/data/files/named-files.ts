import { db, type Queries } from "#lib/data/db.ts";
import type { Facts } from "#lib/domain/template/facts.ts";
import { listFiles } from "./files.ts";

type Naming = Pick<Facts, "images" | "documents">;

/** A picture that words name, and what they say of it. */
export interface NamedPicture {
  id: string;
  name: string;
  width: number;
  height: number;
  widths: number[];
  alt: string;
  credit: string;
}

/** A document that words name. */
export interface NamedDocument {
  id: string;
  name: string;
  title: string;
  bytes: number;
}

/**
 * Reads the files that the words of some case studies name, in one statement.
 *
 * @returns how to find those of one of them, in the order of its words: what belongs to another is none of its files
 */
export async function readNamedFiles(tx: Queries, words: readonly Naming[]) {
  const named = words.flatMap(({ images, documents }) => [...images, ...documents]);
  const all = await listFiles(
    tx,
    named.map(({ attachment }) => attachment),
  );
  const files = new Map(all.map((file) => [file.id, file]));

  return (caseStudyId: string, { images, documents }: Naming) => {
    const fileOf = (id: string) => (files.get(id)?.caseStudyId === caseStudyId ? files.get(id) : undefined);
    return {
      pictures: images.flatMap(({ attachment, alt, credit }): NamedPicture[] => {
        const { id, name, width, height, widths } = fileOf(attachment) ?? {};
        return id && name && width && height && widths ? [{ id, name, width, height, widths, alt, credit }] : [];
      }),
      documents: documents.flatMap(({ attachment, title }): NamedDocument[] => {
        const file = fileOf(attachment);
        return file ? [{ id: file.id, name: file.name, title, bytes: file.bytes }] : [];
      }),
    };
  };
}

/** The pictures and documents that the words of one case study name. */
export const findNamedFiles = async (caseStudyId: string, words: Naming) =>
  (await readNamedFiles(db, [words]))(caseStudyId, words);
