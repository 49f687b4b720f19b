import type { ReactNode } from "react";
import { FieldGroup } from "#components/form/field.tsx";
import { figure } from "#components/ui/words.ts";
import type { Retag, TagFact } from "#lib/domain/catalogue/retag/retag.ts";
import { tagField } from "#lib/http/forms/retag.ts";
import { paths } from "#lib/http/paths.ts";

interface Choice {
  id: string;
  name: string;
}

interface Props {
  /** What says the list again: names and values. */
  hidden: readonly (readonly [string, string])[];
  total: number;
  /** More than can be retagged at once. */
  tooMany: boolean;
  shown: readonly { caseStudyId: string; title: string; tags: readonly string[] }[];
  whole: boolean;
  picks: readonly string[];
  retag: Retag;
  addable: Record<TagFact, readonly Choice[]>;
  removable: Record<TagFact, readonly Choice[]>;
  errors: Record<string, string>;
}

/** What every box to tick looks like, said once: there can be a hundred. */
const ticks =
  "[&_li]:break-inside-avoid [&_label]:flex [&_label]:gap-3 [&_span]:min-w-0 [&_span]:break-words " +
  "[&_input]:mt-0.5 [&_input]:size-6 [&_input]:shrink-0 [&_input]:accent-house";

/** Which case studies of a list to retag, what to add and what to take away. */
export function ChooseForm(props: Props) {
  const { hidden, total, tooMany, shown, whole, picks, errors } = props;
  return (
    <form method="get" action={paths.retag} autoComplete="off">
      {hidden.map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      <FieldGroup id="which" label="Which case studies" error={errors["which"]}>
        {!tooMany && (
          <Radio value="all" checked={whole}>
            All {figure(total)} of the list
          </Radio>
        )}
        <Radio value="ticked" checked={!whole || tooMany}>
          Only those that are ticked
        </Radio>
        <details className="mt-2" open={!whole || tooMany}>
          <summary className="py-1 text-link underline underline-offset-4">
            {shown.length < total ? `The first ${shown.length} of ${figure(total)}, to tick` : "The list, to tick"}
          </summary>
          <ul
            className={`mt-2 ${ticks} [&_li]:border-b [&_li]:border-line [&_li]:py-2 [&_small]:block [&_small]:text-small [&_small]:text-soft`}
          >
            {shown.map(({ caseStudyId, title, tags }) => (
              <li key={caseStudyId}>
                <label>
                  <input type="checkbox" name="pick" value={caseStudyId} defaultChecked={picks.includes(caseStudyId)} />
                  <span>
                    {title}
                    <small>{tags.join(", ")}</small>
                  </span>
                </label>
              </li>
            ))}
          </ul>
          {shown.length < total && <p className="mt-2 text-small text-soft">Narrow the list to tick others.</p>}
        </details>
      </FieldGroup>
      <FieldGroup id="tags" label="What to change" error={errors["tags"]}>
        <Ticks {...props} side="add" fact="topics" summary="Add topics" />
        <Ticks {...props} side="add" fact="supportTypes" summary="Add support types" />
        <Ticks {...props} side="remove" fact="topics" summary="Take away topics" />
        <Ticks {...props} side="remove" fact="supportTypes" summary="Take away support types" />
      </FieldGroup>
      <button type="submit" name="show" value="preview" className="button">
        See what it changes
      </button>
    </form>
  );
}

function Radio({ value, checked, children }: { value: string; checked: boolean; children: ReactNode }) {
  return (
    <label className="flex gap-3 py-1">
      <input
        type="radio"
        name="of"
        value={value}
        defaultChecked={checked}
        className="mt-0.5 size-6 shrink-0 accent-house"
      />
      <span>{children}</span>
    </label>
  );
}

interface TicksProps extends Pick<Props, "retag" | "addable" | "removable"> {
  side: keyof Retag;
  fact: TagFact;
  summary: string;
}

function Ticks({ retag, addable, removable, side, fact, summary }: TicksProps) {
  const choices = (side === "add" ? addable : removable)[fact];
  const chosen = retag[side][fact];
  if (!choices.length) return null;
  return (
    <details open={chosen.length > 0} className="mt-2">
      <summary className="py-1 text-link underline underline-offset-4">{summary}</summary>
      <fieldset className="mt-1">
        <legend className="sr-only">{summary}</legend>
        <ul className={`${ticks} [&_li]:py-1 ${choices.length > 12 ? "gap-x-10 tablet:columns-2" : ""}`}>
          {choices.map(({ id, name }) => (
            <li key={id}>
              <label>
                <input type="checkbox" name={tagField(side, fact)} value={id} defaultChecked={chosen.includes(id)} />
                {name}
              </label>
            </li>
          ))}
        </ul>
      </fieldset>
    </details>
  );
}
