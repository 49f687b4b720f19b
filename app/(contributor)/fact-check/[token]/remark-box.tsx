import { Field } from "#components/form/field.tsx";
import { TextBox } from "#components/form/text-box.tsx";

interface Section {
  key: string;
  title: string;
}

interface Props {
  section: Section;
  text: string | undefined;
  error: string | undefined;
}

/** Room for what somebody knows better about one section. */
export function RemarkBox({ section, text = "", error }: Props) {
  const id = remarkField(section);
  return (
    <div className="desktop:sticky desktop:top-4 desktop:self-start">
      <Field id={id} label={`Your comment on “${section.title}”`} error={error}>
        {(describedBy) => <TextBox id={id} value={text} describedBy={describedBy} invalid={Boolean(error)} lines={5} />}
      </Field>
    </div>
  );
}

/** The name of the box for a section. */
export const remarkField = ({ key }: Pick<Section, "key">) => `on-${key}`;
