/** What a process may use: seconds of a processor, and kilobytes of memory of every sort, whatever the program thinks it may. */
export interface Bounds {
  seconds: number;
  kilobytes: number;
}

/**
 * How to start Node so that the system itself bounds what it uses, where there is a shell to ask for that. Whatever uses up its
 * seconds is ended by SIGXCPU.
 */
export function boundedNode(
  { seconds, kilobytes }: Bounds,
  args: readonly string[],
): [command: string, args: string[]] {
  if (process.platform === "win32") return [process.execPath, [...args]];
  // The shell only sets what the process may use, and becomes it.
  const time = `ulimit -S -t ${seconds}; ulimit -H -t ${seconds + 5}`;
  const bounds = `ulimit -c 0; ${time}; ulimit -d ${kilobytes} 2>/dev/null || true`;
  return ["/bin/sh", ["-c", `${bounds}; exec "$0" "$@"`, process.execPath, ...args]];
}
