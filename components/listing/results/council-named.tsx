import { counted } from "#components/ui/words.ts";
import { paths } from "#lib/http/paths.ts";

interface Props {
  slug: string;
  name: string;
  count: number;
}

/** Whoever searches for a council by name wants to know what it has, even where its name is in no text. */
export function CouncilNamed({ slug, name, count }: Props) {
  return (
    <p className="mt-4 border-l-[6px] border-house bg-tint px-4 py-3 print:hidden">
      <a href={paths.council(slug)}>{name}</a>:{" "}
      {count ? counted(count, "case study", "case studies") : "no case studies yet"}
    </p>
  );
}
