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
  /** Whether it may be left empty. */
  optional: boolean;
  /** How many comments an editor wrote about it. */
  comments: number;
}

/** The sections of a draft and how far each has come. */
export function TaskList({ tasks }: { tasks: readonly Task[] }) {
  const needed = tasks.filter(({ optional }) => !optional);
  const done = needed.filter(({ state }) => state === "done").length;
  return (
    <>
      <p className="mb-3">
        {done} of {needed.length} sections done
      </p>
      <ol className="border-t-[3px] border-ink">
        {tasks.map((task) => (
          <TaskLine key={task.path} task={task} />
        ))}
      </ol>
    </>
  );
}

function TaskLine({ task: { name, path, state, optional, comments } }: { task: Task }) {
  const id = `state-${path.split("/").pop()}`;
  const waits = optional && state === "not-started";
  const look = state === "needs-a-look" ? "font-bold text-did-not-work" : "font-bold";
  return (
    <li className="flex items-baseline justify-between gap-4 border-b border-line py-3">
      <a href={path} className="quiet-link" aria-describedby={id}>
        {name}
      </a>
      <span id={id} className={`shrink-0 text-small ${waits || state === "done" ? "text-soft" : look}`}>
        {comments > 0 && `${counted(comments, "comment", "comments")} · `}
        {waits ? "Optional" : words[state]}
      </span>
    </li>
  );
}
