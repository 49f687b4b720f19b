const minutes = [1, 5, 15, 60];
const everyMinutesThen = 6 * 60;

/** For how many days a letter is tried before it is given up. */
export const patienceDays = 5;
const patienceMinutes = patienceDays * 24 * 60;

/**
 * How many minutes a letter waits after its latest failure, or null when it has been tried for five days.
 *
 * @param failures how often it has failed, that one included
 */
export function minutesUntilRetry(failures: number): number | null {
  const wait = (failure: number) => minutes[failure - 1] ?? everyMinutesThen;
  let waited = 0;
  for (let failure = 1; failure <= failures; failure++) waited += wait(failure);
  return waited > patienceMinutes ? null : wait(failures);
}
