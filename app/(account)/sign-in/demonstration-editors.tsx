import { listEditors } from "#lib/data/people/people.ts";
import { isAdministrator } from "#lib/domain/workflow/decide.ts";
import { paths } from "#lib/http/paths.ts";

/** The editors of the demonstration, each by a button. Only the embedded database has them. */
export async function DemonstrationEditors({ next }: { next: string | null }) {
  const editors = await listEditors();
  return (
    <form method="post" action={`${paths.signIn}/demonstration`} className="mb-10 max-w-prose bg-wash px-5 py-4">
      <h2 className="!text-h3">Look around as an editor</h2>
      <p className="mt-1">
        This is the demonstration: one press signs you in. No site with real data has these buttons.
      </p>
      {next && <input type="hidden" name="next" value={next} />}
      <ul className="mt-4 flex flex-wrap gap-3">
        {editors.map(({ id, role, name }) => (
          <li key={id}>
            <button type="submit" name="person" value={id} className="button">
              {name}
              {isAdministrator({ kind: "person", id, role }) && ", administrator"}
            </button>
          </li>
        ))}
      </ul>
    </form>
  );
}
