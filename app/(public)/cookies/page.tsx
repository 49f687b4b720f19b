import { TextPage } from "#components/site/text-page.tsx";
import { paths } from "#lib/http/paths.ts";

export default function CookiesPage() {
  return (
    <TextPage
      heading="Cookies"
      lead="Reading this website sets no cookie, so there is nothing to accept."
      path={paths.cookies}
    >
      <p>
        A cookie is a small file that a website keeps in your browser. Nothing you read here sets one: no page counts
        you, follows you or remembers what you looked for.
      </p>
      <p>
        More about what is kept about people is under <a href={paths.privacy}>privacy</a>.
      </p>
    </TextPage>
  );
}
