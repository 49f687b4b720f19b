import { Field } from "#components/form/field.tsx";
import { TextBox } from "#components/form/text-box.tsx";
import { lasting, longDate } from "#components/ui/words.ts";
import { longestWords } from "#lib/domain/upkeep/answers.ts";
import { yearsOnInWords } from "#lib/domain/upkeep/enquiries.ts";
import { paths } from "#lib/http/paths.ts";

interface Props {
  followUp: {
    id: string;
    told: string;
    text: string;
    toldAt: Date;
    state: "waiting" | "published" | "declined";
    years: number;
    caseStudyId: string;
    slug: string;
    title: string;
  };
  now: Date;
  /** The page of the list that it is on. */
  page: number;
  /** What was typed into a form that was refused, and what is wrong with it. */
  typed: Readonly<Record<string, string>> | undefined;
  errors: Readonly<Record<string, string>>;
}

/** What a council says happened next, and the forms that decide about it. */
export function FollowUpRow({ followUp, now, page, typed, errors }: Props) {
  const { id, toldAt, years, caseStudyId, slug, title, state, told, text } = followUp;
  return (
    <li id={`row-${id}`} className="border-b border-line py-5">
      <h2 className="!text-body">
        <a href={paths.caseStudy(slug)}>{title}</a>
      </h2>
      <p className="text-small text-soft">
        {yearsOnInWords(years)}
        {"\u00a0· "}
        {longDate(toldAt)}
        {state === "waiting" ? `, ${lasting(toldAt, now)} ago` : "\u00a0· On its page"}
        {"\u00a0· "}
        <a href={paths.caseStudyHistory(caseStudyId)} className="quiet-link">
          History<span className="sr-only"> of {title}</span>
        </a>
      </p>
      {state === "waiting" ? (
        <>
          <Publish
            {...{ id, title, told, page, errors }}
            typed={typed?.["as"] === "published" ? typed["words"] : undefined}
          />
          <Refuse
            {...{ id, title, page, errors }}
            as="declined"
            typed={typed?.["as"] === "declined" ? typed["words"] : undefined}
          />
        </>
      ) : (
        <>
          <blockquote className="mt-2 max-w-prose border-l-4 border-line pl-4 whitespace-pre-wrap">{text}</blockquote>
          <Refuse
            {...{ id, title, page, errors }}
            as="removed"
            typed={typed?.["as"] === "removed" ? typed["words"] : undefined}
          />
        </>
      )}
    </li>
  );
}

interface Form {
  id: string;
  title: string;
  page: number;
  typed: string | undefined;
  errors: Readonly<Record<string, string>>;
}

function Publish({ id, title, told, page, typed, errors }: Form & { told: string }) {
  const box = `published-${id}`;
  return (
    <form method="post" action={`${paths.upkeep()}/settle`} className="mt-3">
      <input type="hidden" name="follow-up" value={id} />
      <input type="hidden" name="page" value={page} />
      <input type="hidden" name="as" value="published" />
      <Field
        id={box}
        label="As readers will see it"
        help="The council wrote this. Mend slips, and take out what names somebody who may not want it; they get a letter with what you publish."
        error={errors[box]}
      >
        {(describedBy) => (
          <TextBox
            id={box}
            name="words"
            value={typed ?? told}
            describedBy={describedBy}
            invalid={Boolean(errors[box])}
            lines={6}
            max={longestWords}
          />
        )}
      </Field>
      <button type="submit" className="button -mt-4">
        Publish it<span className="sr-only"> on the page of {title}</span>
      </button>
    </form>
  );
}

function Refuse({ id, title, as, page, typed, errors }: Form & { as: "declined" | "removed" }) {
  const box = `${as}-${id}`;
  const verb = as === "declined" ? "Do not publish it" : "Take it down";
  return (
    <details open={typed !== undefined} className="mt-3 max-w-prose">
      <summary className="inline-block py-1 text-small text-link underline underline-offset-4">
        {verb}
        <span className="sr-only">: {title}</span>
      </summary>
      <form method="post" action={`${paths.upkeep()}/settle`} className="mt-2">
        <input type="hidden" name="follow-up" value={id} />
        <input type="hidden" name="page" value={page} />
        <input type="hidden" name="as" value={as} />
        <Field
          id={box}
          label="Why"
          help={as === "declined" ? "The council reads it word for word." : "It is kept in the history."}
          error={errors[box]}
        >
          {(describedBy) => (
            <TextBox
              id={box}
              name="words"
              value={typed ?? ""}
              describedBy={describedBy}
              invalid={Boolean(errors[box])}
              lines={3}
              max={longestWords}
            />
          )}
        </Field>
        <button type="submit" className="button -mt-4">
          {verb}
        </button>
      </form>
    </details>
  );
}
