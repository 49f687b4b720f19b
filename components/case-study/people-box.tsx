/** What changed, for somebody who lives there. */
export function PeopleBox({ text }: { text: string }) {
  if (!text) return null;
  return (
    <section aria-labelledby="people" className="mb-10 max-w-prose border-l-[6px] border-house bg-tint px-5 py-4">
      <h2 id="people" className="!text-body">
        What changed for people here
      </h2>
      <p className="mt-1">{text}</p>
    </section>
  );
}
