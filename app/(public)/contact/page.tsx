import { TextPage } from "#components/site/text-page.tsx";
import { contactEmail } from "#lib/http/site.ts";
import { paths } from "#lib/http/paths.ts";
import { wholeAddress } from "../origin.ts";

export default async function ContactPage() {
  return (
    <TextPage
      heading="Contact"
      lead="Who to write to, depending on what it is about."
      canonical={await wholeAddress(paths.contact)}
    >
      <h2>A case study</h2>
      <p>
        Ask the contact on its page. They did the work and know more than we do. If nobody answers there, tell us at{" "}
        <a href={`mailto:${contactEmail}?subject=Contact%20does%20not%20answer`}>{contactEmail}</a>.
      </p>
      <h2>Something wrong on a page</h2>
      <p>
        Write to <a href={`mailto:${contactEmail}?subject=Something%20wrong%20on%20a%20page`}>{contactEmail}</a> and
        give the address of the page, or follow “Something wrong on this page?” on the page of a case study.
      </p>
      <h2>Your own case study</h2>
      <p>
        Read <a href={paths.submit}>how to submit a case study</a> first.
      </p>
      <h2>A service of a council</h2>
      <p>
        We cannot help with bins, benefits or a planning application. Your council’s own website has the right number.
      </p>
    </TextPage>
  );
}
