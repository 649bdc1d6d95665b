import { types } from 'node:util';
import type { Strike } from './redact.ts';

/** Characters of one text, and of one stack. */
const LONGEST = 2_000;
const LONGEST_STACK = 8_000;
/** What is deeper, or further along, is not written. */
const DEEPEST = 4;
const MOST = 50;

/** Something to log, with nothing in it but texts, numbers, lists and plain objects. */
export type Plain =
  | string
  | number
  | boolean
  | null
  | undefined
  | readonly Plain[]
  | { readonly [name: string]: Plain };

/**
 * A value as it may stand in the log: secrets struck out, errors reduced to what is known to be harmless. Libraries hang
 * whole requests and answers on theirs, with tokens and with what people wrote.
 */
export function plain(value: unknown, strike: Strike, depth = 0): Plain {
  if (isError(value)) return plainError(value, strike, depth);
  switch (typeof value) {
    case 'string':
      return shortened(strike(value), LONGEST);
    case 'number':
    case 'boolean':
    case 'undefined':
      return value;
    case 'bigint':
      return String(value);
    case 'object':
      return value === null ? null : plainObject(value, strike, depth);
    default:
      return `[${typeof value}]`;
  }
}

function plainObject(value: object, strike: Strike, depth: number): Plain {
  if (depth >= DEEPEST) return '[deeper]';
  if (Array.isArray(value)) return value.slice(0, MOST).map((one) => plain(one, strike, depth + 1));
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (!isRecord(value)) return `[${nameOf(value)}]`;
  const entries = Object.keys(value).slice(0, MOST);
  return Object.fromEntries(entries.map((key) => [strike(key), plain(read(value, key), strike, depth + 1)]));
}

/** What was thrown: an error, or something else of which nobody knows what it holds. */
export function plainError(error: unknown, strike: Strike, depth = 0): Plain {
  if (!isError(error)) return typeof error === 'string' ? plain(error, strike) : `[${nameOf(error)}]`;
  const cause = read(error, 'cause');
  return {
    type: text(read(error, 'name'), strike, LONGEST) ?? nameOf(error),
    message: text(read(error, 'message'), strike, LONGEST),
    code: codeOf(read(error, 'code'), strike),
    status: numberOf(read(error, 'status')) ?? numberOf(read(error, 'statusCode')),
    stack: text(read(error, 'stack'), strike, LONGEST_STACK),
    ...(cause === undefined || depth >= DEEPEST ? {} : { cause: plainError(cause, strike, depth + 1) }),
  };
}

const isError = (value: unknown): value is Error => value instanceof Error || types.isNativeError(value);

const isRecord = (value: object): boolean => {
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
};

/** A getter of a stranger's object may throw. */
function read(value: object, key: string): unknown {
  try {
    return (value as Readonly<Record<string, unknown>>)[key];
  } catch {
    return undefined;
  }
}

const nameOf = (value: unknown): string => {
  const made = typeof value === 'object' && value !== null ? read(value, 'constructor') : undefined;
  return typeof made === 'function' ? made.name : typeof value;
};

const text = (value: unknown, strike: Strike, longest: number): string | undefined =>
  typeof value === 'string' ? shortened(strike(value), longest) : undefined;

const numberOf = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);

const codeOf = (value: unknown, strike: Strike): string | number | undefined =>
  numberOf(value) ?? text(value, strike, LONGEST);

const shortened = (value: string, longest: number): string =>
  value.length > longest ? `${value.slice(0, longest)}…` : value;
