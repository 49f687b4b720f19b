import { PrivatePage } from "#components/site/private-page.tsx";
import { counted } from "#components/ui/words.ts";
import { daysToConfirm } from "#lib/domain/alerts/limits.ts";
import { paths } from "#lib/http/paths.ts";
import { contactEmail } from "#lib/http/site.ts";

/** The same for everybody: whether an address has an alert is nobody else's business. */
export default function AlertAskedPage() {
  return (
    <PrivatePage title="Look in your mailbox" section="case-studies">
      <div className="prose">
        <p>
          An e-mail is on its way. Open the link in it and press the button there. Until then the alert sends nothing,
          and after {counted(daysToConfirm, "day", "days")} it is deleted.
        </p>
        <p>
          Nothing there after ten minutes? Look among unwanted mail, or ask again and check the address. If that does
          not help, write to <a href={`mailto:${contactEmail}`}>{contactEmail}</a>.
        </p>
        <p>
          <a href={paths.listing()}>All case studies</a>
        </p>
      </div>
    </PrivatePage>
  );
}
