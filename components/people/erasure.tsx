import { PrivatePage } from "#components/site/private-page.tsx";
import { stateWords } from "#lib/domain/workflow/words.ts";
import { counted } from "#components/ui/words.ts";
import type { State } from "#lib/domain/workflow/states.ts";
import { paths } from "#lib/http/paths.ts";
import { contactEmail } from "#lib/http/site.ts";

interface Work {
  versionId: string;
  title: string;
  state: State;
  slug: string | null;
}

interface Props {
  holdings: {
    email: string | null;
    erasable: boolean;
    deleted: Work[];
    kept: Work[];
    contacts: number;
    alerts: number;
  };
  /** Where the button sends to. */
  action: string;
  /** Where "Keep everything" leads. */
  back: string;
  /** Whether the reader has proved to be that person. Otherwise they see one case study, and decide about no other. */
  proved: boolean;
}

/** Asks whether to erase a person: what goes, what stays, and a button. */
export function Erasure({ holdings, action, back, proved }: Props) {
  const { email, erasable, deleted, kept, contacts, alerts } = holdings;
  if (!erasable) {
    return (
      <PrivatePage title="You cannot be deleted from here">
        <p className="prose">
          You are an editor here, and an administrator deletes your details. Write to{" "}
          <a href={`mailto:${contactEmail}`}>{contactEmail}</a>.
        </p>
      </PrivatePage>
    );
  }
  return (
    <PrivatePage title="Delete everything about you?">
      <div className="prose mb-8">
        <h2 className="!text-h3">What is deleted</h2>
        <ul>
          {deleted.map((work) => (
            <li key={work.versionId}>
              <Title {...work} /> ({stateWords[work.state].name.toLowerCase()}), with its files and its history
            </li>
          ))}
          {email && <li>your e-mail address {email}, your name, our e-mails to you and the links in them</li>}
          {alerts > 0 && <li>{counted(alerts, "alert", "alerts")}: we write to you about new case studies no more</li>}
          {contacts > 0 && (
            <li>you as a contact, or as somebody asked to check facts: name, e-mail address and telephone number</li>
          )}
        </ul>
        {kept.length > 0 && <Kept works={kept} />}
        {email && !proved && (
          <p>
            If we hold anything else under {email}, we write to that address. The link in our e-mail deletes the rest:
            without it, anybody who knows your address could.
          </p>
        )}
        <p>This cannot be undone.</p>
      </div>
      <form method="post" action={action} className="flex flex-wrap gap-5">
        <button type="submit" className="button">
          Delete everything about me
        </button>
        <a href={back} className="self-center">
          Keep everything
        </a>
      </form>
    </PrivatePage>
  );
}

function Kept({ works }: { works: Work[] }) {
  return (
    <>
      <h2 className="!text-h3">What stays, without you</h2>
      <ul>
        {works.map((work) => (
          <li key={work.versionId}>
            {work.slug ? (
              <a href={paths.caseStudy(work.slug)}>
                <Title {...work} />
              </a>
            ) : (
              <Title {...work} />
            )}{" "}
            ({stateWords[work.state].name.toLowerCase()})
          </li>
        ))}
      </ul>
      <p>
        What was accepted or published is the council’s record. Nothing in it says any longer who sent it. Where its
        words name you, an editor is told to look at them.
      </p>
    </>
  );
}

const Title = ({ title }: Work) => <>{title ? `“${title}”` : "A case study without a title"}</>;
