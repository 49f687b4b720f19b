import { spawn } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bidiPage, firefoxSettings, listening, type BidiPage } from "../browsers/bidi.ts";
import { spoken } from "./spoken.ts";

/** A screen that nobody sees, with Firefox on it, and Orca that reads it aloud to nobody. */
export interface Desktop {
  page: BidiPage;
  /** Presses a key by its name in X, as somebody does who has nothing else. */
  key(name: string): void;
  /** Waits until Orca has been silent for a while. @returns what it said since it was last asked */
  said(loaded?: boolean): Promise<string[]>;
  close(): Promise<void>;
}

/** Phrases only, no keys as they are pressed, and no voice: it would have Orca wait for its own words. */
const settings = {
  general: { startingProfile: ["Default", "default"], speechServerFactory: "none" },
  pronunciations: {},
  keybindings: {},
  profiles: {
    default: { profile: ["Default", "default"], enableKeyEcho: false, pronunciations: {}, keybindings: {} },
  },
};

/** Orca's own place for what its user wants otherwise: a log that holds each line as soon as it is said. */
const customizations = "import orca.debug\norca.debug.debugFile.reconfigure(line_buffering=True)\n";

// Keys come in as lines from outside, so that they are pressed where the screen is.
const session = `
/usr/libexec/at-spi-bus-launcher --launch-immediately & launcher=$!
sleep 1
for try in 1 2 3; do
  orca --replace --debug-file="$HOME/orca.log" > /dev/null 2>&1 & orca=$!
  for second in $(seq 25); do grep -qs "Screen reader on" "$HOME/orca.log" && break 2; sleep 1; done
  kill $orca
done
firefox-esr --no-remote --profile "$HOME/profile" --remote-debugging-port 0 --kiosk "$FIRST" & firefox=$!
sh
kill $firefox $orca $launcher`;

/** How long nothing happens before Orca counts as silent, how long it may take to begin, and to end; in milliseconds. */
const quiet = { after: 800, begins: 3000, most: 90_000 };
const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Starts all of it, which takes some ten seconds. @param first the page that Firefox begins with, which then has the keyboard */
export async function openDesktop(first: string): Promise<Desktop> {
  const home = await mkdtemp(join(tmpdir(), "casebook-orca-"));
  const folders = { profile: join(home, "profile"), orca: join(home, "share", "orca"), run: join(home, "run") };
  for (const folder of Object.values(folders)) await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(join(folders.profile, "user.js"), firefoxSettings);
  await writeFile(join(folders.orca, "user-settings.conf"), JSON.stringify(settings));
  await writeFile(join(folders.orca, "orca-customizations.py"), customizations);
  const env: NodeJS.ProcessEnv = {
    ...{
      NODE_ENV: "test",
      PATH: "/usr/bin:/bin",
      HOME: home,
      XDG_DATA_HOME: join(home, "share"),
      XDG_RUNTIME_DIR: folders.run,
    },
    ...{ LANG: "C.UTF-8", GNOME_ACCESSIBILITY: "1", NO_AT_BRIDGE: "0", FIRST: first },
  };
  const screen = ["-a", "-s", "-screen 0 1280x1024x24 -nolisten tcp", "dbus-run-session", "--", "sh", "-c", session];
  const desktop = spawn("xvfb-run", screen, { env, stdio: ["pipe", "ignore", "pipe"] });
  const ended = new Promise((resolve) => desktop.once("exit", resolve));
  const page = await bidiPage(await listening(desktop.stderr));
  const key = (name: string) => void desktop.stdin.write(`xdotool key --clearmodifiers ${name}\n`);
  // Nobody manages windows here, so what Firefox makes of the whole screen depends on how soon it asks.
  desktop.stdin.write(
    "xdotool search --onlyvisible --sync --class firefox windowmove 0 0 windowsize --sync 1280 1024 windowfocus\n",
  );
  const log = () => readFile(join(home, "orca.log"), "utf8").catch(() => "");
  let heard = 0;

  async function said(loaded = false) {
    const began = Date.now();
    let [last, changed] = [heard, 0];
    // Orca logs all that it is told of, so that a log which stands still means that nothing more is to come.
    for (;;) {
      await wait(100);
      const all = await log();
      const [fresh, now] = [all.slice(heard), Date.now()];
      if (all.length !== last) [last, changed] = [all.length, now];
      const waits = loaded && !fresh.includes("SPEECH OUTPUT: 'Finished loading");
      if (!waits && now - (changed || began) > (changed ? quiet.after : quiet.begins)) {
        heard = all.length;
        return spoken(fresh);
      }
      if (now - began > quiet.most) throw new Error(`Orca never came to an end: ${spoken(fresh).join(" | ")}`);
    }
  }

  return {
    page,
    key,
    said,
    async close() {
      page.close();
      desktop.stdin.end();
      await ended;
      await rm(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
