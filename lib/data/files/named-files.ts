import type { Facts } from "#lib/domain/template/facts.ts";
import { listAttached } from "./files.ts";

/** The pictures and documents of a case study that some of its words name, in their order. */
export async function findNamedFiles(caseStudyId: string, { images, documents }: Pick<Facts, "images" | "documents">) {
  const attached = await listAttached(caseStudyId);
  const fileOf = (id: string) => attached.find((file) => file.id === id);
  return {
    pictures: images.flatMap(({ attachment, alt, credit }) => {
      const { id, name, width, height, widths } = fileOf(attachment) ?? {};
      return id && name && width && height ? [{ id, name, width, height, widths: widths ?? [], alt, credit }] : [];
    }),
    documents: documents.flatMap(({ attachment, title }) => {
      const file = fileOf(attachment);
      return file ? [{ id: file.id, name: file.name, title, bytes: file.bytes }] : [];
    }),
  };
}
