import { TextPage } from "#components/site/text-page.tsx";
import { contactEmail } from "#lib/http/site.ts";
import { paths } from "#lib/http/paths.ts";
import { wholeAddress } from "../origin.ts";

export default async function AccessibilityPage() {
  return (
    <TextPage
      heading="Accessibility statement"
      lead="How this website meets the accessibility regulations, and what to do if it does not work for you."
      canonical={await wholeAddress(paths.accessibility)}
    >
      <p>
        This statement applies to Casebook, the case study directory for local government. We want as many people as
        possible to be able to use it. You should be able to:
      </p>
      <ul>
        <li>zoom in to 400 % without the text spilling off the screen</li>
        <li>get to every part of the website with a keyboard alone, or by speech</li>
        <li>listen to it with a screen reader</li>
        <li>use all of it with scripts turned off, in a light or a dark scheme, or in colours of your own</li>
      </ul>
      <h2>How accessible this website is</h2>
      <p>
        We know of no part of our own pages that is not accessible. Documents and pictures that councils attach, and
        pages elsewhere that signposts lead to, may not be.
      </p>
      <h2>Feedback and contact information</h2>
      <p>
        If you need something from this website in another form, such as large print, easy read or audio, write to{" "}
        <a href={`mailto:${contactEmail}?subject=Accessibility`}>{contactEmail}</a>. We answer within five working days.
      </p>
      <h2>Reporting accessibility problems with this website</h2>
      <p>
        If you find a problem that is not listed here, or think that we are not meeting the regulations, write to{" "}
        <a href={`mailto:${contactEmail}?subject=Accessibility`}>{contactEmail}</a>.
      </p>
      <h2>Enforcement procedure</h2>
      <p>
        The Equality and Human Rights Commission enforces the Public Sector Bodies (Websites and Mobile Applications)
        (No. 2) Accessibility Regulations 2018. If you are not happy with how we respond, contact the{" "}
        <a href="https://www.equalityadvisoryservice.com/">Equality Advisory and Support Service</a>. In Northern
        Ireland, contact the <a href="https://www.equalityni.org/">Equality Commission for Northern Ireland</a>.
      </p>
      <h2>Technical information about this website’s accessibility</h2>
      <p>
        We are committed to making this website accessible, in accordance with the Public Sector Bodies (Websites and
        Mobile Applications) (No. 2) Accessibility Regulations 2018.
      </p>
      <h3>Compliance status</h3>
      <p>
        This website has been tested against the Web Content Accessibility Guidelines version 2.2, level AA, and we know
        of no failure. It has not yet been audited by anybody outside.
      </p>
      <h2>Non-accessible content</h2>
      <p>None that we know of in our own pages.</p>
      <h2>Preparation of this accessibility statement</h2>
      <p>
        This statement was prepared on 22 November 2026. It was last reviewed on 22 November 2026. Every kind of page is
        tested automatically with axe in light and dark schemes and by keyboard whenever the website changes.
      </p>
    </TextPage>
  );
}
