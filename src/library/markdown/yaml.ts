import { UserError } from '#core/errors';
import { message } from '#core/messages/index';

/** The maximum length of front matter, in characters. */
const MAX_LENGTH = 32_000;
const MAX_FIELDS = 200;
const MAX_DEPTH = 8;

/** @throws UserError if front matter is longer than any that describes an article. */
export function assertHeadLength(head: string): void {
  if (head.length <= MAX_LENGTH) return;
  const [size, most] = [Math.round(head.length / 1_000), MAX_LENGTH / 1_000];
  throw new UserError(message('read.matterLong', { size, most }));
}

/**
 * Parses the fields of YAML front matter with the core schema: a date remains a string.
 *
 * @throws UserError with the line of the syntax error and the solution.
 */
export async function parseYaml(yaml: string): Promise<Readonly<Record<string, unknown>>> {
  assertHeadLength(yaml);
  const { CORE_SCHEMA, load, YAMLException } = await import('js-yaml');
  let fields: unknown;
  try {
    // With aliases, a few hundred characters could expand to gigabytes.
    // `json`: of a repeated field, the last value counts.
    fields = load(withQuotedValues(yaml), { schema: CORE_SCHEMA, maxAliases: 0, maxDepth: MAX_DEPTH, json: true });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    // Line 1 of the file is the opening `---`.
    throw yamlError(error.reason, (error.mark?.line ?? 0) + 2);
  }
  if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) {
    throw new UserError(message('read.matterNoList'));
  }
  const count = Object.keys(fields).length;
  if (count > MAX_FIELDS) {
    throw new UserError(message('read.matterFields', { count, most: MAX_FIELDS }));
  }
  return fields as Readonly<Record<string, unknown>>;
}

function yamlError(reason: string, line: number): UserError {
  if (/alias/.test(reason)) {
    return new UserError(message('read.matterAliases', { line }));
  }
  if (/maxDepth/.test(reason)) {
    return new UserError(message('read.matterNested', { line }));
  }
  return new UserError(message('read.matterBroken', { line, reason }));
}

// title: Bridge: yes     title: @mayor opens bridge     title: [Live] Talks end
//        ^^^^^^^^^^^            ^^^^^^^^^^^^^^^^^^^            ^^^^^^^^^^^^^^^^ no YAML, and what it means is plain
const FIELD = /^([\w-]+[ \t]*:[ \t]+)(\S.*)$/gm;
const MISLEADING = /^["'@`%,\]}#[{|>&*!]|^[?-]\s|:(?:\s|$)|\s#/;
const QUOTED = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\s*(?:#.*)?$/;
/** A list, a mapping, a block of text, an anchor, an alias or a tag. */
const SYNTAX = /^(?:[[{]|[|>][-+\d]*\s*(?:#.*)?$|&[\w-]+(?:\s|$)|\*[\w-]+\s*$|!!\w)/;
/** Brackets around the first words only. */
const BRACKETS = /^(?:\[[^[\]]*\]|\[\[[^[\]]*\]\]|\{[^{}]*\})\s*[^\s#,\]}]/;

/** Quotes values that YAML would misread. */
const withQuotedValues = (yaml: string): string =>
  yaml.replace(FIELD, (line, name: string, value: string) => {
    const isYaml = QUOTED.test(value) || (SYNTAX.test(value) && !BRACKETS.test(value));
    return MISLEADING.test(value) && !isYaml ? name + JSON.stringify(value.trimEnd()) : line;
  });
