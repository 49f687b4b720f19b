import { ErrorSummary } from "#components/form/error-summary.tsx";
import { EditorPage } from "#components/review/editor-page.tsx";
import { FindWord } from "#components/searches/find-word.tsx";
import { SynonymForm } from "#components/searches/synonym-form.tsx";
import { SynonymSet } from "#components/searches/synonym-set.tsx";
import { counted } from "#components/ui/words.ts";
import { requireEditor } from "#lib/auth/guards.ts";
import { listSynonyms } from "#lib/data/searches/synonyms.ts";
import { hasWord } from "#lib/domain/search/synonyms.ts";
import { paths } from "#lib/http/paths.ts";
import { readText } from "#lib/http/read-text.ts";
import { errorsOf, findAnswer } from "../answer.ts";
import { NotDone } from "../outcome.tsx";

/** Each has a form, and a page has its weight. */
const mostShown = 30;

/** Words that mean the same to somebody who searches, for editors to keep. */
export default async function SynonymsPage({ searchParams }: PageProps<"/editor/synonyms">) {
  const editor = await requireEditor();
  const asked = await searchParams;
  const looked = readText(asked["q"], 60);
  const [answer, all] = await Promise.all([findAnswer(paths.synonyms, asked), listSynonyms()]);
  const { id, words: typed, basedOn } = answer.typed;
  // What was typed for a set that is gone by now stands in the box of a new one.
  const about = all.find((set) => set.id === id);
  const [error] = errorsOf(answer);
  const found = all.filter((set) => set === about || hasWord(set.words, looked));
  const sets = found.filter((set, index) => set === about || index < mostShown);
  const inSummary = error && {
    field: `words-${about?.id ?? "new"}`,
    message: about ? `The set of “${about.words[0]}”: ${error.message}` : error.message,
  };
  return (
    <EditorPage
      title="Words that mean the same"
      section="searches"
      editor={editor}
      failed={error !== undefined}
      done={answer.done}
      caption={<a href={paths.searches}>Searches</a>}
    >
      <ErrorSummary errors={inSummary ? [inSummary] : []} />
      <NotDone reasons={answer.notDone} />
      <p className="mb-8 max-w-prose">
        Whoever searches for one of the words or phrases of a set also finds what has another, after what has the word
        itself. A set takes effect at once. Sets that share a word become one.
      </p>
      <SynonymForm typed={about ? undefined : typed} looked={looked} error={about ? undefined : error?.message} />
      <h2 id="sets" className="mt-12 border-b-[3px] border-ink pb-3">
        {looked ? `${found.length} of ${counted(all.length, "set", "sets")}` : counted(all.length, "set", "sets")}
      </h2>
      <FindWord looked={looked} />
      {sets.length > 0 && (
        <ul aria-labelledby="sets" className="divide-y divide-line border-y border-line">
          {sets.map((set) => (
            <SynonymSet
              key={set.id}
              set={set}
              looked={looked}
              {...(set === about ? { typed, basedOn, error: error?.message } : { typed: undefined, error: undefined })}
            />
          ))}
        </ul>
      )}
      {sets.length < found.length && (
        <p className="mt-3">These are the first {mostShown}. Find a word to see others.</p>
      )}
      {looked && !sets.length && <p>No set has “{looked}”.</p>}
    </EditorPage>
  );
}
