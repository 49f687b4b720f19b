import { TextPage } from "#components/site/text-page.tsx";
import { counted } from "#components/ui/words.ts";
import { draftCookieName } from "#lib/http/cookies.ts";
import { paths } from "#lib/http/paths.ts";
import { draftDays } from "#lib/http/site.ts";

export default function CookiesPage() {
  return (
    <TextPage
      heading="Cookies"
      lead="Reading this website sets no cookie. Starting a draft sets one, which finds it again."
      path={paths.cookies}
    >
      <p>
        A cookie is a small file that a website keeps in your browser. Nothing you read here sets one: no page counts
        you, follows you or remembers what you looked for.
      </p>
      <h2>When you start a case study</h2>
      <p>
        One cookie lets this browser find your draft again. It is set when you start a draft and not before. The draft
        needs it and it does nothing else, so there is nothing to accept.
      </p>
      <section className="wide" tabIndex={0} aria-label="The cookie">
        <table className="figures">
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">What it is for</th>
              <th scope="col">How long</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">
                <code>{draftCookieName}</code>
              </th>
              <td>Finds the draft you worked on last</td>
              <td>{counted(draftDays, "day", "days")}</td>
            </tr>
          </tbody>
        </table>
      </section>
      <p>
        You can delete it in your browser at any time. The link to your draft that we send by e-mail works without it.
      </p>
      <h2>More</h2>
      <p>
        What is kept about people is under <a href={paths.privacy}>privacy</a>.
      </p>
    </TextPage>
  );
}
