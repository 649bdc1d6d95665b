import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { FilledField, UsedControl } from './preview.ts';

/** Reads the fields of a JSON request: missing fields and those of another type are empty strings. */
export interface RequestFields {
  text(name: string): string;
  control(): UsedControl;
  fields(): readonly FilledField[];
}

/** More fields than any form has. */
const MAX_FIELDS = 50;

/** @throws HTTPException if the body is not a JSON object. */
export async function readJson(context: Context): Promise<RequestFields> {
  const body: unknown = await context.req.json().catch(() => undefined);
  if (!isObject(body)) throw new HTTPException(400, { message: 'The request contains no JSON object.' });
  const list = Array.isArray(body.fields) ? body.fields.filter(isObject).slice(0, MAX_FIELDS) : [];
  return {
    text: (name) => textIn(body, name),
    control: () => controlIn(body),
    fields: () => list.map((field) => ({ ...controlIn(field), type: textIn(field, 'type') })),
  };
}

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const textIn = (fields: Fields, name: string): string => {
  const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
  return typeof value === 'string' ? value : '';
};

const controlIn = (fields: Fields): UsedControl => ({
  action: textIn(fields, 'action'),
  block: textIn(fields, 'block'),
  value: textIn(fields, 'value'),
});
