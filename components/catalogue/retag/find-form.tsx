import { Field } from "#components/form/field.tsx";
import { FilterBox, FilterSelect } from "#components/form/filter-box.tsx";
import { TextBox } from "#components/form/text-box.tsx";
import { paths } from "#lib/http/paths.ts";

interface Choice {
  slug: string;
  name: string;
  offered: boolean;
}

interface Props {
  address: string;
  error: string | undefined;
  words: string;
  topic: string | null;
  support: string | null;
  topics: readonly Choice[];
  supportTypes: readonly Choice[];
}

/** Which list to retag: by words, a topic and a support type, or by the address of any list. */
export function FindForm({ address, error, words, topic, support, topics, supportTypes }: Props) {
  const named = (all: readonly Choice[]) => all.map(({ slug, name }) => ({ id: slug, name }));
  return (
    <div className="mb-10 max-w-prose">
      <form method="get" action={paths.retag}>
        <div className="mb-4 grid gap-4">
          <FilterBox id="q" label="Words">
            <input id="q" name="q" type="search" defaultValue={words} className="field" />
          </FilterBox>
          <FilterSelect id="topic" label="Topic" all="Any topic" choices={named(topics)} chosen={topic} />
          <FilterSelect
            id="support"
            label="Support type"
            all="Any kind"
            choices={named(supportTypes)}
            chosen={support}
          />
        </div>
        <button type="submit" name="list" value="all" className="button">
          Show the list
        </button>
      </form>
      <details className="mt-4" open={address !== ""}>
        <summary className="py-1 text-link underline underline-offset-4">Or take the list from an address</summary>
        <form method="get" action={paths.retag} className="mt-4">
          <Field
            id="address"
            label="Address of a list"
            help="Filter the case studies as readers do, and copy the address of that page."
            error={error}
          >
            {(describedBy) => (
              <TextBox id="address" value={address} describedBy={describedBy} invalid={Boolean(error)} />
            )}
          </Field>
          <button type="submit" className="link-button">
            Show this list
          </button>
        </form>
      </details>
    </div>
  );
}
