import { longDate } from "#components/ui/words.ts";
import type { Desk } from "#lib/data/review/desk.ts";
import type { NamedTerm } from "#lib/data/catalogue/terms/choices.ts";
import { stateNames } from "#lib/domain/workflow/editor-words.ts";
import { isShown } from "#lib/domain/workflow/states.ts";
import { paths } from "#lib/http/paths.ts";

interface Props {
  desk: Desk;
  terms: { topic: readonly NamedTerm[]; support: readonly NamedTerm[] };
}

/** What is looked after besides the text: under which term it is listed, and whether what is published is still right. */
export function DeskCare({ desk, terms }: Props) {
  const { slug, reviewBy, overdue, secondLook } = desk;
  return (
    <section aria-labelledby="care" className="no-print border-t-[3px] border-ink py-6">
      <h2 id="care" className="mb-3 !text-h3">
        Looking after it
      </h2>
      {slug && (
        <div className="mb-6 max-w-prose">
          {secondLook && (
            <p className="mb-2">
              <b>A second look is wanted:</b> an administrator published what they wrote themselves.
            </p>
          )}
          {!isShown(desk.state) && (
            <p>
              Whether it is still right is not asked or noted, and no next version is started, while it is{" "}
              {stateNames[desk.state].toLowerCase()}.
            </p>
          )}
          {isShown(desk.state) && (
            <p>
              {reviewBy && `To be looked at again ${overdue ? "since" : "by"} ${longDate(reviewBy)}.`} Is what its page
              says still right?
            </p>
          )}
          {desk.contact?.doubt && (
            <p className="mt-2">
              <b>Its contact is in doubt.</b> <a href={paths.upkeep("contacts")}>See why</a>
            </p>
          )}
          {isShown(desk.state) && <Still desk={desk} />}
        </div>
      )}
      <LeadTerm desk={desk} terms={terms} />
    </section>
  );
}

/** What can be done about what readers see. */
function Still({ desk: { versionId: id, reviewBy } }: Pick<Props, "desk">) {
  return (
    <>
      <div className="mt-3 flex flex-wrap items-center gap-x-6 gap-y-3">
        <form method="post" action={paths.reviewStillRight(id)}>
          <button type="submit" className="link-button">
            It is still right
          </button>
        </form>
        <form method="post" action={`${paths.upkeep()}/ask`}>
          <input type="hidden" name="version" value={id} />
          <button type="submit" className="link-button">
            Ask its contact by letter
          </button>
        </form>
        <form method="post" action={paths.reviewNext(id)}>
          <button type="submit" className="link-button">
            Start its next version
          </button>
        </form>
      </div>
      <form method="post" action={paths.reviewBy(id)} className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-2">
        <label htmlFor="review-by">To be looked at again by</label>
        <input
          type="date"
          id="review-by"
          name="day"
          required
          defaultValue={reviewBy?.toISOString().slice(0, 10)}
          className="field !w-auto"
        />
        <button type="submit" className="link-button">
          Set the day
        </button>
      </form>
    </>
  );
}

function LeadTerm({ desk: { versionId, lead }, terms }: Props) {
  const [topic, support] = [terms.topic, terms.support].map((all) =>
    all.filter((one) => one.offered || one.slug === lead?.slug),
  );
  return (
    <form method="post" action={paths.reviewLeadTerm(versionId)} className="max-w-prose">
      <label htmlFor="term" className="block font-bold">
        Lead term
      </label>
      <p id="term-help" className="text-soft">
        Its card then has a link like “View all Early Years articles”.
      </p>
      <div className="mt-2 flex flex-wrap items-center gap-4">
        <select
          id="term"
          name="term"
          defaultValue={lead ? `${lead.group}:${lead.slug}` : ""}
          className="field !w-auto max-w-full"
          aria-describedby="term-help"
        >
          <option value="">None</option>
          <optgroup label="Topics">
            {topic?.map(({ slug, name }) => (
              <option key={slug} value={`topic:${slug}`}>
                {name}
              </option>
            ))}
          </optgroup>
          <optgroup label="Support types">
            {support?.map(({ slug, name }) => (
              <option key={slug} value={`support:${slug}`}>
                {name}
              </option>
            ))}
          </optgroup>
        </select>
        <button type="submit" className="link-button">
          Set it
        </button>
      </div>
    </form>
  );
}
