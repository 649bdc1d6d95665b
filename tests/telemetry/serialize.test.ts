import { describe, expect, test } from 'vitest';
import { serialize } from '#telemetry/serialize';

const asIs = (text: string): string => text;
const inLog = (value: unknown): string => JSON.stringify(serialize(value, asIs));

describe('what is logged is limited', () => {
  test('in depth, also if a value contains itself', () => {
    const ring: Record<string, unknown> = { id: 1 };
    ring.self = ring;
    expect(inLog(ring)).toBe('{"id":1,"self":{"id":1,"self":{"id":1,"self":{"id":1,"self":"[deeper]"}}}}');
  });

  test('in causes, also if an error causes itself', () => {
    const error = new Error('first');
    error.cause = error;
    expect(inLog(error).match(/"message":"first"/g)).toHaveLength(5);
  });

  test('in the number of entries', () => {
    const many = Array.from({ length: 60 }, (_, index) => index);
    expect(serialize(many, asIs)).toHaveLength(50);
    expect(Object.keys(serialize(Object.fromEntries(many.map((at) => [`n${at}`, at])), asIs) as object)).toHaveLength(
      50,
    );
  });

  test('in the length of a text', () => {
    expect(serialize('a'.repeat(2_001), asIs)).toBe(`${'a'.repeat(2_000)}…`);
    expect(serialize('a'.repeat(2_000), asIs)).toBe('a'.repeat(2_000));
  });
});
