import { TextPage } from "#components/site/text-page.tsx";
import { counted } from "#components/ui/words.ts";
import { cookieNames } from "#lib/http/cookies.ts";
import { paths } from "#lib/http/paths.ts";
import { draftDays } from "#lib/http/site.ts";
import { wholeAddress } from "../origin.ts";

export default async function CookiesPage() {
  return (
    <TextPage
      heading="Cookies"
      lead="Reading this website sets no cookie. Starting a draft sets one, which finds it again, and so does signing in as an editor."
      canonical={await wholeAddress(paths.cookies)}
    >
      <p>
        A cookie is a small file that a website keeps in your browser. Nothing you read here sets one: no page counts
        you, follows you or remembers what you looked for.
      </p>
      <h2>When you start a case study</h2>
      <p>
        One cookie lets this browser find your draft again. It is set when you start a draft, ask for a new link to one,
        or save one that you opened by its link. The draft needs it and it does nothing else, so there is nothing to
        accept.
      </p>
      <Table
        label="The cookie"
        rows={[[cookieNames.draft, "Finds the draft you worked on last", counted(draftDays, "day", "days")]]}
      />
      <p>
        You can delete it in your browser at any time. The link to your draft that we send by e-mail works without it.
      </p>
      <h2>When an editor signs in</h2>
      <p>Only those who edit this directory sign in. Their browser then keeps two, and signing out takes them away.</p>
      <Table
        label="The cookies of editors"
        rows={[
          [cookieNames.session, "Says who is signed in", "A week at most, and 12 hours after the last use"],
          [cookieNames.next, "Where they wanted to go before they signed in", "Half an hour"],
        ]}
      />
      <p>Who signs in with their council’s account has a third for ten minutes, while they are there.</p>
      <h2>When you ask for an alert</h2>
      <p>None is set. The link in each e-mail says whose alert it is.</p>
      <h2>More</h2>
      <p>
        What is kept about people is under <a href={paths.privacy}>privacy</a>.
      </p>
    </TextPage>
  );
}

function Table({
  label,
  rows,
}: {
  label: string;
  rows: readonly (readonly [name: string, use: string, time: string])[];
}) {
  return (
    <section className="wide" tabIndex={0} aria-label={label}>
      <table className="figures">
        <caption className="sr-only">{label}</caption>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">What it is for</th>
            <th scope="col">How long</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, use, time]) => (
            <tr key={name}>
              <th scope="row">
                <code>{name}</code>
              </th>
              <td>{use}</td>
              <td>{time}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
