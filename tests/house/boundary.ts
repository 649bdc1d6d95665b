import { outsideOf, resolve, type Sources } from './imports.ts';

const SHARED_ROOMS = [
  'core',
  'text',
  'briefing',
  'library',
  'lookup',
  'replies',
  'pictures',
  'commandline',
  'commands',
  'store',
  'chat',
  'schedule',
  'sources',
  'archive',
];
const ALL_ROOMS = [...SHARED_ROOMS, 'web', 'telemetry', 'adapters', 'platforms', 'app', 'config', 'cli'];

/** Which rooms a room may import. A room may always import itself; each adapter is a room of its own. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  core: [],
  text: [],
  briefing: ['core', 'text'],
  library: ['core', 'text'],
  lookup: ['core', 'text'],
  store: ['core', 'text'],
  sources: ['core', 'text'],
  archive: ['core', 'text'],
  replies: ['core', 'text', 'lookup'],
  pictures: ['core', 'text'],
  commandline: ['core', 'text', 'lookup'],
  commands: ['core', 'text', 'briefing', 'library', 'lookup', 'replies'],
  schedule: ['core', 'text', 'briefing', 'library', 'lookup', 'replies'],
  chat: ['core', 'text'],
  web: ['core', 'text'],
  telemetry: ['core', 'text'],
  adapters: ['core', 'text', 'chat'],
  platforms: ['core', 'text', 'chat', 'adapters'],
  config: ['core', 'text', 'chat', 'platforms', 'sources'],
  app: ALL_ROOMS,
  main: ['core', 'text', 'app', 'config'],
  cli: ALL_ROOMS,
  eval: [...ALL_ROOMS, 'train'],
  bench: ALL_ROOMS,
  train: [...ALL_ROOMS, 'eval'],
};

/** Rooms without effects: effects are passed in as arguments. Of Node's modules they import node:util alone. */
const PURE = new Set(['core', 'text', 'briefing', 'lookup', 'replies', 'commandline', 'commands']);
const PLATFORM = /slack|discord/i;
const MAY_NAME_PLATFORMS = new Set(['adapters', 'platforms', 'app', 'config', 'bench']);
const MAX_LINES = 220;

/** Every violation of the boundary rules, one sentence each. */
export function violations(sources: Sources, aliases: Readonly<Record<string, string>>): string[] {
  const graph = new Map<string, string[]>();
  const faults = Object.entries(sources).flatMap(([path, source]) => {
    const { imports, readsEnvironment } = outsideOf(path, source);
    const edges: string[] = [];
    graph.set(path, edges);
    const crossings = imports.flatMap(({ specifier, typeOnly }) => {
      if (specifier === undefined) return [`${path} imports what it computes, so its target is unknown.`];
      const target = resolve(path, specifier, sources, aliases);
      if (target.kind === 'file') edges.push(target.path);
      return crossing(path, target, typeOnly) ?? [];
    });
    return [...crossings, ...fileViolations(path, source, readsEnvironment)];
  });
  return [...faults, ...cycles(graph)];
}

function crossing(path: string, target: ReturnType<typeof resolve>, typeOnly: boolean): string | undefined {
  const room = roomOf(path);
  switch (target.kind) {
    case 'nowhere':
      // The benchmark runs against the tests' loopback servers.
      if (room === 'bench' && target.name.startsWith('../tests/support/')) return undefined;
      return `${path} imports ${target.name}, which is not there.`;
    case 'package':
      return room === 'core' ? `${path} imports the package ${target.name}; core imports nothing.` : undefined;
    case 'node':
      return PURE.has(room) && !typeOnly && target.name !== 'node:util'
        ? `${path} imports ${target.name}; ${room} has no effects of its own.`
        : undefined;
    case 'file':
      return mayImport(path, target.path) ? undefined : `${path} imports ${target.path}; ${room} may not.`;
  }
}

function mayImport(from: string, to: string): boolean {
  const [room, other] = [roomOf(from), roomOf(to)];
  if (room === 'adapters' && other === 'adapters') return adapterOf(from) === adapterOf(to);
  return room === other || (MAY_IMPORT[room] ?? []).includes(other);
}

/** Rules on a file itself, independent of its imports. */
function fileViolations(path: string, source: string, readsEnvironment: boolean): string[] {
  const room = roomOf(path);
  const lines = source.split('\n').length - 1;
  const platform = PLATFORM.exec(source)?.[0];
  return [
    ...(room in MAY_IMPORT ? [] : [`${path} belongs to no room.`]),
    ...(readsEnvironment && room !== 'config' ? [`${path} reads the environment; only src/config.ts does.`] : []),
    ...(platform && !MAY_NAME_PLATFORMS.has(room) ? [`${path} names a platform: ${platform}.`] : []),
    ...(lines > MAX_LINES && !/\/(words|models)\//.test(path)
      ? [`${path} has ${lines} lines, more than ${MAX_LINES}.`]
      : []),
  ];
}

/** `src/briefing/quotes/marks.ts` is in `briefing`, `src/app.ts` in `app`, `eval/score.ts` in `eval`. */
function roomOf(path: string): string {
  const [first = '', ...rest] = path.replace(/^src\//, '').split('/');
  return rest.length > 0 ? first : first.replace(/\.ts$/, '');
}

const adapterOf = (path: string): string | undefined => path.split('/')[2];

/** Import circles, type imports included; each circle is reported once. */
function cycles(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const found: string[] = [];
  const walk = (path: string, trail: readonly string[]): void => {
    const at = trail.indexOf(path);
    if (at >= 0) found.push(`${[...trail.slice(at), path].join(' → ')} is a circle.`);
    if (at >= 0 || done.has(path)) return;
    for (const next of graph.get(path) ?? []) walk(next, [...trail, path]);
    done.add(path);
  };
  for (const path of graph.keys()) walk(path, []);
  return found;
}
