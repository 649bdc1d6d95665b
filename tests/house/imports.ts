import { posix } from 'node:path';
import { type ParseResult, parseSync, Visitor } from 'oxc-parser';

/** A source file by its path from the project's root. */
export type Sources = Readonly<Record<string, string>>;

export interface Import {
  /** The literal specifier; undefined if it is computed. */
  readonly specifier: string | undefined;
  /** Whether it imports types only. */
  readonly typeOnly: boolean;
}

/** The imports of a file, of any form, and whether it reads the environment. */
export interface Outside {
  readonly imports: readonly Import[];
  readonly readsEnvironment: boolean;
}

/** Matches what the list of static imports does not contain: calls of `import` and `require`, and the environment. */
const NEEDS_TREE = /\bimport\s*\(|require|process/i;

/** Reads static and dynamic imports, re-exports, types imported in place, and `require`. */
export function outsideOf(path: string, source: string): Outside {
  const parsed = parseSync(path, source);
  if (parsed.errors[0]) throw new Error(`${path}: ${parsed.errors[0].message}`);
  // Converting the whole tree takes most of the time, and few files need it.
  return NEEDS_TREE.test(source) ? outsideInTree(parsed) : outsideInModule(parsed);
}

function outsideInModule({ module }: ParseResult): Outside {
  const { staticImports, staticExports } = module;
  const imports = staticImports.map(({ moduleRequest, entries }) => ({
    specifier: moduleRequest.value,
    typeOnly: entries.length > 0 && entries.every(({ isType }) => isType),
  }));
  const exports = staticExports.flatMap(({ entries }) => {
    const [first] = entries.flatMap(({ moduleRequest }) => moduleRequest ?? []);
    return first ? [{ specifier: first.value, typeOnly: entries.every(({ isType }) => isType) }] : [];
  });
  return { imports: [...imports, ...exports], readsEnvironment: false };
}

function outsideInTree({ program }: ParseResult): Outside {
  const imports: Import[] = [];
  let readsEnvironment = false;
  const add = (specifier: unknown, typeOnly = false): void => {
    imports.push({ specifier: typeof specifier === 'string' ? specifier : undefined, typeOnly });
  };
  const isProcess = (node: { type: string; name?: unknown }): boolean =>
    node.type === 'Identifier' && node.name === 'process';
  const isRequire = (callee: { type: string; name?: unknown; callee?: { type: string; name?: unknown } }): boolean =>
    callee.type === 'CallExpression' ? callee.callee?.name === 'createRequire' : callee.name === 'require';
  new Visitor({
    ImportDeclaration: ({ source, importKind, specifiers }) => {
      const named =
        specifiers.length > 0 && specifiers.every((entry) => 'importKind' in entry && entry.importKind === 'type');
      add(source.value, importKind === 'type' || named);
      if (/^(node:)?process$/.test(source.value)) readsEnvironment = true;
    },
    ExportAllDeclaration: ({ source, exportKind }) => add(source.value, exportKind === 'type'),
    ExportNamedDeclaration: ({ source, exportKind }) => source && add(source.value, exportKind === 'type'),
    ImportExpression: ({ source }) => add('value' in source ? source.value : undefined),
    TSImportType: ({ source }) => add(source.value, true),
    CallExpression: ({ callee, arguments: [first] }) => {
      if (isRequire(callee)) add(first && 'value' in first && first.value);
    },
    MemberExpression: ({ object, property }) => {
      const name = 'name' in property ? property.name : 'value' in property && property.value;
      if (isProcess(object) && name === 'env') readsEnvironment = true;
    },
    VariableDeclarator: ({ id, init }) => {
      if (init && isProcess(init) && id.type === 'ObjectPattern') readsEnvironment = true;
    },
  }).visit(program);
  return { imports, readsEnvironment };
}

/** The target of an import: a file of the project, a package, a module of Node, or nothing. */
export type Target =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'package' | 'node' | 'nowhere'; readonly name: string };

/** Resolves an import of a file, through `imports` of package.json if it begins with `#`. */
export function resolve(
  from: string,
  specifier: string,
  sources: Sources,
  aliases: Readonly<Record<string, string>>,
): Target {
  const path = specifier.startsWith('#')
    ? unalias(specifier, aliases)
    : /^\.{1,2}\//.test(specifier)
      ? posix.join(posix.dirname(from), specifier)
      : undefined;
  // Data files; the compiler checks that they exist.
  if (path?.endsWith('.json')) return { kind: 'file', path };
  if (path !== undefined) return path in sources ? { kind: 'file', path } : { kind: 'nowhere', name: specifier };
  if (specifier.startsWith('#')) return { kind: 'nowhere', name: specifier };
  return { kind: specifier.startsWith('node:') ? 'node' : 'package', name: specifier };
}

function unalias(specifier: string, aliases: Readonly<Record<string, string>>): string | undefined {
  for (const [alias, target] of Object.entries(aliases)) {
    const [head = '', tail] = alias.split('*');
    if (tail === undefined ? specifier === alias : specifier.startsWith(head)) {
      return posix.normalize(target.replace('*', specifier.slice(head.length)));
    }
  }
  return undefined;
}
