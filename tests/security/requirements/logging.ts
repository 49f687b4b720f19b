import { held, level2, proved, unmet, type Requirement } from "../requirement.ts";

/** V16, the log and errors. */
export const logging: readonly Requirement[] = [
  level2(
    "V16.1.1",
    "Written down: what is logged, where and for how long",
    held("README, Watching: what is logged, and that whoever runs the site keeps it no longer than 90 days"),
  ),
  level2("V16.2.1", "A line says when, where, who and what", proved),
  level2("V16.2.2", "Times say their zone", held("lib/ops/log.ts: ISO 8601 in UTC, with its Z")),
  level2(
    "V16.2.3",
    "Logs go nowhere else",
    held("lib/ops/log.ts writes to standard output alone; who keeps it is the operator's choice"),
  ),
  level2(
    "V16.2.4",
    "Logs can be read by programs",
    held("pino: one JSON object a line (lib/ops/log.ts), also of what the authentication library has to say"),
  ),
  level2("V16.2.5", "No secret is logged", proved),
  level2("V16.3.1", "Every attempt to sign in is logged", proved),
  level2("V16.3.2", "Every refusal is logged", proved),
  level2(
    "V16.3.3",
    "What looks like an attack is logged",
    held("lib/gate/respond.ts logs why a request was turned away, at LOG_LEVEL=info"),
  ),
  level2(
    "V16.3.4",
    "What fails unexpectedly is logged",
    held(
      "lib/gate/respond.ts and lib/jobs/start-jobs.ts log each failure as an error, with the id of the request or job",
    ),
  ),
  level2("V16.4.1", "Nothing typed makes a line of the log", proved),
  level2(
    "V16.4.2",
    "Logs cannot be read or changed by others",
    unmet("left to whoever keeps standard output (journald, the container's log)"),
  ),
  level2(
    "V16.4.3",
    "Logs go to another machine",
    unmet("left to whoever runs the site; it writes to standard output alone"),
  ),
  level2("V16.5.1", "An error says nothing of the inside", proved),
  level2("V16.5.2", "What is away takes nothing else along", proved),
  level2("V16.5.3", "What fails lets nothing through", proved),
];
