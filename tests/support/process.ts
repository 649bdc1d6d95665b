import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SETTINGS } from '#config/settings';
import { platforms } from '#platforms';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

export interface ProcessResult {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

interface RunOptions {
  readonly args?: readonly string[];
  /** Written to standard input, which is then closed; if left out, standard input is not connected. */
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
}

/** The names of all settings. */
const SETTING_NAMES: readonly string[] = [...SETTINGS, ...platforms.flatMap(({ settings }) => settings)].map(
  ({ name }) => name,
);

/** Hides the machine's settings from the process: an empty one counts as not set. */
const UNSET_SETTINGS = Object.fromEntries(SETTING_NAMES.map((name) => [name, '']));

/** Variables by which Node detects colours: on a build server, `CI` alone turns them off. */
const LOOK_VARIABLES = new Set(['NO_COLOR', 'FORCE_COLOR', 'NODE_DISABLE_COLORS', 'COLUMNS', 'CI']);

/** Compiled code is cached for all processes of a run: compiling takes half of the start. */
const NODE_COMPILE_CACHE = process.env.NODE_COMPILE_CACHE ?? join(tmpdir(), 'node-compile-cache');

/** The environment of a child process: the machine's without settings and colours. */
export function environment(env: RunOptions['env']): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !LOOK_VARIABLES.has(name));
  return { ...Object.fromEntries(own), ...UNSET_SETTINGS, NODE_COMPILE_CACHE, ...env };
}

/** Runs a script of the project in a process. */
export function run(script: string, { args = [], input, env }: RunOptions = {}): Promise<ProcessResult> {
  const child = spawn(process.execPath, [script, ...args], {
    cwd: ROOT,
    env: environment(env),
    stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  // A process that has ended no longer reads; its exit code shows why.
  child.stdin?.on('error', () => {});
  child.stdin?.end(input);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, out, err }));
  });
}

/** Makes a temporary folder with these files. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

/** Simulates a user at a pseudo-terminal: waits for words, types, and finally waits for the exit. */
const TYPIST_SCRIPT = `
import json, os, pty, re, struct, fcntl, sys, termios
node, script, columns, steps = sys.argv[1], sys.argv[2], int(sys.argv[3]), json.loads(sys.argv[4])
pid, fd = pty.fork()
if pid == 0:
    os.execv(node, [node, script])
fcntl.ioctl(fd, termios.TIOCSWINSZ, struct.pack('HHHH', 40, columns, 0, 0))
seen, mark = '', 0
def read():
    global seen
    try:
        data = os.read(fd, 65536)
    except OSError:
        return False
    seen += data.decode('utf-8', 'replace')
    return bool(data)
for wanted, typed in steps:
    while wanted not in seen[mark:]:
        if not read(): break
    mark = len(seen)
    os.write(fd, typed.encode())
while read(): pass
sys.stdout.buffer.write(seen.encode())
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
`;

export const hasPython = spawnSync('python3', ['-c', 'import pty, termios']).status === 0;

/** Runs a process at a terminal of a given width, with a user who types when certain words appear. */
export function runAtTerminal(
  script: string,
  columns: number,
  steps: readonly (readonly [wanted: string, typed: string])[],
  env: Readonly<Record<string, string>>,
): Promise<ProcessResult> {
  const child = spawn(
    'python3',
    ['-c', TYPIST_SCRIPT, process.execPath, script, String(columns), JSON.stringify(steps)],
    {
      cwd: ROOT,
      env: { ...environment(env), TERM: 'xterm-256color' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, out, err })));
}
