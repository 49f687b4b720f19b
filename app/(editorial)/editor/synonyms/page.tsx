import { ErrorSummary } from "#components/form/error-summary.tsx";
import { EditorPage } from "#components/review/editor-page.tsx";
import { SynonymForm } from "#components/searches/synonym-form.tsx";
import { requireEditor } from "#lib/auth/guards.ts";
import { listSynonyms } from "#lib/data/searches/synonyms.ts";
import { paths } from "#lib/http/paths.ts";
import { errorsOf, findAnswer } from "../answer.ts";
import { NotDone } from "../outcome.tsx";

/** Words that mean the same to somebody who searches, for editors to keep. */
export default async function SynonymsPage({ searchParams }: PageProps<"/editor/synonyms">) {
  const editor = await requireEditor();
  const [answer, sets] = await Promise.all([findAnswer(paths.synonyms, await searchParams), listSynonyms()]);
  const errors = errorsOf(answer);
  const { id: about = "", words: typed } = answer.typed;
  const valueOf = (id: string, value: string) => (errors.length && id === about ? (typed ?? value) : value);
  return (
    <EditorPage
      title="Words that mean the same"
      section="searches"
      editor={editor}
      failed={errors.length > 0}
      done={answer.done}
      caption={<a href={paths.searches}>Searches</a>}
    >
      <ErrorSummary errors={errors} />
      <NotDone reasons={answer.notDone} />
      <p className="mb-8 max-w-prose">
        Whoever searches for one of the words or phrases of a set also finds what has another, after what has the word
        itself. A set takes effect at once. Sets that share a word become one.
      </p>
      <SynonymForm
        id=""
        label="A new set, separated by commas"
        value={valueOf("", "")}
        error={answer.errors["words-new"]}
      />
      <h2 className="mt-12 mb-4 border-b-[3px] border-ink pb-3">{sets.length} sets</h2>
      <ul>
        {sets.map(({ id, words }) => (
          <li key={id} className="border-b border-line py-6">
            <SynonymForm
              id={id}
              label={words[0] ?? ""}
              value={valueOf(id, words.join(", "))}
              error={answer.errors[`words-${id}`]}
            />
          </li>
        ))}
      </ul>
    </EditorPage>
  );
}
