import { spawn, spawnSync } from "node:child_process";

/** Whether a tool of the system is there, after trying to install its Debian package where it is not and that is allowed. */
export function hasTool(command: string, asPackage = command): boolean {
  const isThere = () => spawnSync("which", [command]).status === 0;
  if (isThere()) return true;
  if (process.getuid?.() !== 0) return false;
  spawnSync("apt-get", ["install", "-y", "--no-install-recommends", asPackage], { stdio: "ignore", timeout: 180_000 });
  return isThere();
}

/** Runs a tool of the system to its end, or until it has had enough time. @returns all it printed */
export function runTool(command: string, args: readonly string[], seconds: number, cwd?: string): Promise<string> {
  const tool = spawn(command, [...args], { stdio: ["ignore", "pipe", "pipe"], timeout: seconds * 1000, cwd });
  let printed = "";
  for (const stream of [tool.stdout, tool.stderr]) stream.on("data", (chunk) => (printed += String(chunk)));
  return new Promise((resolve) => {
    tool.once("error", (error) => resolve(String(error)));
    tool.once("close", () => resolve(printed));
  });
}
