import { outsideOf, resolve, type Sources } from './imports.ts';

const INSIDE = [
  'core',
  'briefing',
  'library',
  'lookup',
  'replies',
  'commandline',
  'commands',
  'store',
  'chat',
  'schedule',
];
const EVERYBODY = [...INSIDE, 'web', 'telemetry', 'adapters', 'platforms', 'app', 'config', 'cli'];

/** Who may import whom, by room. A room may always import itself, but for adapters, of which each is a room. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  core: [],
  briefing: ['core'],
  library: ['core'],
  lookup: ['core'],
  store: ['core'],
  replies: ['core', 'lookup'],
  commandline: ['core', 'lookup'],
  commands: ['core', 'briefing', 'library', 'lookup', 'replies'],
  schedule: ['core', 'briefing', 'library', 'lookup', 'replies'],
  chat: ['core'],
  web: ['core', 'chat'],
  telemetry: ['core', 'chat'],
  adapters: ['core', 'chat'],
  platforms: ['core', 'chat', 'adapters'],
  config: ['core', 'chat', 'platforms'],
  app: EVERYBODY,
  main: ['core', 'app', 'config'],
  cli: EVERYBODY,
  eval: EVERYBODY,
  bench: EVERYBODY,
  train: EVERYBODY,
};

/** Rooms that only compute: what has effects is handed to them. */
const PURE = new Set(['core', 'briefing', 'lookup', 'replies', 'commandline', 'commands']);
const PLATFORM = /slack|discord/i;
const MAY_NAME_PLATFORMS = new Set(['adapters', 'platforms', 'app', 'config', 'bench']);
const LONGEST = 220;

/** Everything that breaks the house rules on boundaries, one sentence each. */
export function violations(sources: Sources, aliases: Readonly<Record<string, string>>): string[] {
  const graph = new Map<string, string[]>();
  const faults = Object.entries(sources).flatMap(([path, source]) => {
    const { imports, readsEnvironment } = outsideOf(path, source);
    const edges: string[] = [];
    graph.set(path, edges);
    const crossings = imports.flatMap(({ specifier, typeOnly }) => {
      if (specifier === undefined) return [`${path} imports what it computes, so nobody can tell what.`];
      const target = resolve(path, specifier, sources, aliases);
      if (target.kind === 'file' && !typeOnly) edges.push(target.path);
      return crossing(path, target) ?? [];
    });
    return [...crossings, ...standing(path, source, readsEnvironment)];
  });
  return [...faults, ...cycles(graph)];
}

function crossing(path: string, target: ReturnType<typeof resolve>): string | undefined {
  const room = roomOf(path);
  switch (target.kind) {
    case 'nowhere':
      // The benchmark plays the platforms with the tests' own servers.
      if (room === 'bench' && target.name.startsWith('../tests/support/')) return undefined;
      return `${path} imports ${target.name}, which is not there.`;
    case 'package':
      return room === 'core' ? `${path} imports the package ${target.name}; core stands alone.` : undefined;
    case 'node':
      return PURE.has(room) ? `${path} imports ${target.name}; ${room} has no effects of its own.` : undefined;
    case 'file':
      return mayImport(path, target.path) ? undefined : `${path} imports ${target.path}; ${room} may not.`;
  }
}

function mayImport(from: string, to: string): boolean {
  const [room, other] = [roomOf(from), roomOf(to)];
  if (room === 'adapters' && other === 'adapters') return adapterOf(from) === adapterOf(to);
  return room === other || (MAY_IMPORT[room] ?? []).includes(other);
}

/** What a file may not do whatever it imports. */
function standing(path: string, source: string, readsEnvironment: boolean): string[] {
  const room = roomOf(path);
  const lines = source.split('\n').length - 1;
  const platform = PLATFORM.exec(source)?.[0];
  return [
    ...(room in MAY_IMPORT ? [] : [`${path} stands in no room of the house.`]),
    ...(readsEnvironment && room !== 'config' ? [`${path} reads the environment; only src/config.ts does.`] : []),
    ...(platform && !MAY_NAME_PLATFORMS.has(room) ? [`${path} names a platform: ${platform}.`] : []),
    ...(lines > LONGEST && !path.includes('/words/') ? [`${path} has ${lines} lines, more than ${LONGEST}.`] : []),
  ];
}

/** `src/briefing/quotes/marks.ts` is in `briefing`, `src/app.ts` in `app`, `eval/score.ts` in `eval`. */
function roomOf(path: string): string {
  const [first = '', ...rest] = path.replace(/^src\//, '').split('/');
  return rest.length > 0 ? first : first.replace(/\.ts$/, '');
}

const adapterOf = (path: string): string | undefined => path.split('/')[2];

/** Files that need each other when they run, each ring told once. */
function cycles(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const found: string[] = [];
  const walk = (path: string, trail: readonly string[]): void => {
    const at = trail.indexOf(path);
    if (at >= 0) found.push(`${[...trail.slice(at), path].join(' → ')} is a ring.`);
    if (at >= 0 || done.has(path)) return;
    for (const next of graph.get(path) ?? []) walk(next, [...trail, path]);
    done.add(path);
  };
  for (const path of graph.keys()) walk(path, []);
  return found;
}
