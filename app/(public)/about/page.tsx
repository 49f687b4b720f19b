import { TextPage } from "#components/site/text-page.tsx";
import { licence } from "#lib/domain/licence.ts";
import { counted } from "#components/ui/words.ts";
import { contactEmail, reviewMonths } from "#lib/http/site.ts";
import { paths } from "#lib/http/paths.ts";
import { wholeAddress } from "../origin.ts";

export default async function AboutPage() {
  return (
    <TextPage
      heading="About Casebook"
      lead="A directory of what local government tried, kept by editors and open to everybody."
      canonical={await wholeAddress(paths.about)}
      section="about"
    >
      <h2>What is here</h2>
      <p>
        Each case study is one council’s piece of work, told by the council: the challenge, what was done, what came of
        it, how it is being kept going and what was learned. Beside the words stand the facts other councils ask for
        first: the cost, the evidence, and somebody to ask.
      </p>
      <p>
        Some entries are <b>signposts</b>. Their text is published somewhere else; here you find a summary in our words
        and the way there.
      </p>
      <h2>How something gets here</h2>
      <ol>
        <li>A council writes a case study and submits it.</li>
        <li>
          An editor reads it, checks that it says what it can show, and asks for changes where something is missing.
        </li>
        <li>An editor who wrote none of it accepts and publishes it. Nobody publishes their own work unseen.</li>
        <li>
          {`After ${counted(reviewMonths, "month", "months")} the page says that it is due for review, until an editor has found that it is still right.`}
        </li>
      </ol>
      <h2>What did not work counts too</h2>
      <p>
        A case study says whether the work worked, had mixed results or did not work. The three stand equally: a council
        that says what failed saves the next one the money.
      </p>
      <h2>Using what is here</h2>
      <p>
        The words are available under the <a href={licence.url}>{licence.name}</a>, except where a page says otherwise.
        You may copy, change and publish them if you say where they come from. Take{" "}
        <a href={paths.downloads}>a file with everything</a>, or read it with a program through{" "}
        <a href={paths.api}>the API</a>.
      </p>
      <h2>Something wrong on a page?</h2>
      <p>
        Write to <a href={`mailto:${contactEmail}`}>{contactEmail}</a> and give the address of the page.
      </p>
    </TextPage>
  );
}
