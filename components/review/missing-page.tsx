import { Page } from "#components/site/page.tsx";
import { wordsFor } from "#lib/domain/error-words.ts";
import { paths } from "#lib/http/paths.ts";
import { EditorStrip } from "./editor-strip.tsx";

/** What is not there, to an editor who is signed in: with the ways on of their side of the site. */
export function MissingPage({ editor }: { editor: { name: string } }) {
  const { title, text } = wordsFor(404);
  return (
    <Page
      title={title}
      status={404}
      indexed={false}
      store={false}
      strip={<EditorStrip section={undefined} editor={editor} />}
    >
      <div className="band prose py-12">
        <h1>{title}</h1>
        <p>{text} It may have been deleted meanwhile.</p>
        <p>
          Go to <a href={paths.queue()}>the queue</a>, look for its title or reference number in{" "}
          <a href={paths.queue({ tab: "all" })}>all that is open</a>, or in <a href={paths.history}>the history</a> of
          everything.
        </p>
      </div>
    </Page>
  );
}
