/** Says the figures of a proof, one a line, and ends the process with whether all of them hold. */
export function createFigures() {
  const broken: string[] = [];

  return {
    say: (name: string, figure: number | string) => console.log(`${name.padEnd(52)}${figure}`),
    /** A figure that has to be nothing; the first few of what it counts are shown. */
    none(name: string, found: readonly string[]) {
      console.log(`${name.padEnd(52)}${found.length}`);
      for (const one of found.slice(0, 5)) console.log(`  ${one.slice(0, 400)}`);
      if (found.length) broken.push(name);
    },
    /** A figure that must stay within a bound, or whose bound must hold in another way. */
    holds(name: string, figure: string, holds: boolean) {
      console.log(`${name.padEnd(52)}${figure}${holds ? "" : "  broken"}`);
      if (!holds) broken.push(name);
    },
    end(): never {
      console.log(broken.length ? `Broken: ${broken.join(", ")}.` : "Every promise was kept.");
      process.exit(broken.length ? 1 : 0);
    },
  };
}

export type Figures = ReturnType<typeof createFigures>;
