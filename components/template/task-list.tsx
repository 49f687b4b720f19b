import { counted } from "#components/ui/words.ts";
import type { SectionState } from "#lib/domain/template/progress.ts";

const words: Record<SectionState, string> = {
  "not-started": "Not started",
  "in-progress": "In progress",
  "needs-a-look": "Needs a look",
  done: "Done",
};

interface Task {
  name: string;
  path: string;
  state: SectionState;
  /** How many comments an editor wrote about it. */
  comments: number;
}

/** The sections of a draft and how far each has come. */
export function TaskList({ tasks }: { tasks: readonly Task[] }) {
  const done = tasks.filter(({ state }) => state === "done").length;
  return (
    <>
      <p className="mb-3">
        {done} of {tasks.length} sections done
      </p>
      <ol className="border-t-[3px] border-ink">
        {tasks.map(({ name, path, state, comments }) => (
          <li key={path} className="flex items-baseline justify-between gap-4 border-b border-line py-3">
            <a href={path} className="quiet-link" aria-describedby={`state-${path.split("/").pop()}`}>
              {name}
            </a>
            <span
              id={`state-${path.split("/").pop()}`}
              className={`text-small ${state === "done" ? "text-soft" : state === "needs-a-look" ? "font-bold text-did-not-work" : "font-bold"}`}
            >
              {comments > 0 && `${counted(comments, "comment", "comments")} · `}
              {words[state]}
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}
