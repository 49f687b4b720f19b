import { Prose } from "#components/case-study/prose.tsx";

/** Formatted text as readers will see it. @param id of the question's box */
export function FormattedPreview({ id, label, text }: { id: string; label: string; text: string }) {
  return (
    <section id={`${id}-preview`} aria-labelledby={`${id}-look`} className="mt-6 border-y-[3px] border-ink py-4">
      <h2 id={`${id}-look`} className="mb-3 !text-body">
        How it will look
      </h2>
      {text ? <Prose text={text} name={id} label={label} /> : <p className="text-soft">Nothing yet.</p>}
    </section>
  );
}
