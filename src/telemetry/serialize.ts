import { types } from 'node:util';
import { firstPart } from '#text/truncate';
import type { Redact } from './redact.ts';

/** The maximum length of a text or a stack, in characters. */
const MAX_LENGTH = 2_000;
const MAX_STACK_LENGTH = 8_000;
/** Limits of depth and length; anything beyond is omitted. */
const MAX_DEPTH = 4;
const MAX_ENTRIES = 50;

/** A loggable value: only texts, numbers, lists and plain objects. */
export type Serializable =
  | string
  | number
  | boolean
  | null
  | undefined
  | readonly Serializable[]
  | { readonly [name: string]: Serializable };

/**
 * Converts a value for the log: secrets are redacted, and errors are reduced to fields known to be harmless. Libraries
 * attach whole requests and responses to their errors, with tokens and user input.
 */
export function serialize(value: unknown, redact: Redact, depth = 0): Serializable {
  if (isError(value)) return serializeError(value, redact, depth);
  switch (typeof value) {
    case 'string':
      return truncate(redact(value), MAX_LENGTH);
    case 'number':
    case 'boolean':
    case 'undefined':
      return value;
    case 'bigint':
      return String(value);
    case 'object':
      return value === null ? null : serializeObject(value, redact, depth);
    default:
      return `[${typeof value}]`;
  }
}

function serializeObject(value: object, redact: Redact, depth: number): Serializable {
  if (depth >= MAX_DEPTH) return '[deeper]';
  if (Array.isArray(value)) return value.slice(0, MAX_ENTRIES).map((item) => serialize(item, redact, depth + 1));
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (!isRecord(value)) return `[${nameOf(value)}]`;
  const entries = Object.keys(value).slice(0, MAX_ENTRIES);
  return Object.fromEntries(
    entries.map((key) => [redact(key), serialize(readProperty(value, key), redact, depth + 1)]),
  );
}

/** Serializes a thrown value: an error, or any other value with unknown content. */
export function serializeError(error: unknown, redact: Redact, depth = 0): Serializable {
  if (!isError(error)) return typeof error === 'string' ? serialize(error, redact) : `[${nameOf(error)}]`;
  const cause = readProperty(error, 'cause');
  return {
    type: textOf(readProperty(error, 'name'), redact, MAX_LENGTH) ?? nameOf(error),
    message: textOf(readProperty(error, 'message'), redact, MAX_LENGTH),
    code: codeOf(readProperty(error, 'code'), redact),
    status: numberOf(readProperty(error, 'status')) ?? numberOf(readProperty(error, 'statusCode')),
    stack: textOf(readProperty(error, 'stack'), redact, MAX_STACK_LENGTH),
    ...(cause === undefined || depth >= MAX_DEPTH ? {} : { cause: serializeError(cause, redact, depth + 1) }),
  };
}

const isError = (value: unknown): value is Error => value instanceof Error || types.isNativeError(value);

const isRecord = (value: object): boolean => {
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
};

/** A getter of a third-party object may throw. */
function readProperty(value: object, key: string): unknown {
  try {
    return (value as Readonly<Record<string, unknown>>)[key];
  } catch {
    return undefined;
  }
}

const nameOf = (value: unknown): string => {
  const made = typeof value === 'object' && value !== null ? readProperty(value, 'constructor') : undefined;
  return typeof made === 'function' ? made.name : typeof value;
};

const textOf = (value: unknown, redact: Redact, maxLength: number): string | undefined =>
  typeof value === 'string' ? truncate(redact(value), maxLength) : undefined;

const numberOf = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);

const codeOf = (value: unknown, redact: Redact): string | number | undefined =>
  numberOf(value) ?? textOf(value, redact, MAX_LENGTH);

const truncate = (value: string, maxLength: number): string =>
  value.length > maxLength ? `${firstPart(value, maxLength)}…` : value;
