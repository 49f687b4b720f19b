/** Draws a bar on one line of a terminal, or a line at each quarter where the output is a file. */
export function progressBar(
  label: string,
  out: NodeJS.WriteStream = process.stdout,
): (done: number, total: number) => void {
  let quarter = -1;
  return (done, total) => {
    const share = total ? done / total : 1;
    if (out.isTTY) {
      out.write(
        `\r${label} ${"█".repeat(Math.round(share * 30)).padEnd(30, "░")} ${done} of ${total}${done === total ? "\n" : ""}`,
      );
    } else if (Math.floor(share * 4) > quarter) {
      quarter = Math.floor(share * 4);
      out.write(`${label} ${done} of ${total}\n`);
    }
  };
}
