interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly code?: string;
  readonly errors?: readonly (readonly Issue[])[];
}

interface Schema {
  safeParse(
    body: unknown,
  ): { success: true; data: unknown } | { success: false; error: { readonly issues: readonly Issue[] } };
}

/** Violations of the official schema, and fields that it does not contain. */
export function schemaFaults(body: unknown, schema: Schema): readonly string[] {
  const sent: unknown = JSON.parse(JSON.stringify(body ?? null));
  const parsed = schema.safeParse(sent);
  if (parsed.success) return unknownKeys(sent, parsed.data, 'body');
  return parsed.error.issues.flatMap((issue) => deepest(issue, []));
}

/** Of the alternatives of a union, the errors of the one that comes closest. */
function deepest(issue: Issue, above: readonly PropertyKey[]): readonly string[] {
  const path = [...above, ...issue.path];
  const [closest] = [...(issue.errors ?? [])]
    .filter((issues) => issues.every(({ path: [key] }) => key !== 'type'))
    .sort((a, b) => a.length - b.length);
  if (closest) return closest.flatMap((inner) => deepest(inner, path));
  return [`${path.join('.') || 'body'}: ${issue.message}`];
}

/** The schema drops unknown fields; the platform would reject or ignore them. */
function unknownKeys(sent: unknown, known: unknown, path: string): readonly string[] {
  if (typeof sent !== 'object' || sent === null || typeof known !== 'object' || known === null) return [];
  return Object.entries(sent).flatMap(([key, value]) =>
    key in known
      ? unknownKeys(value, (known as Record<string, unknown>)[key], `${path}.${key}`)
      : [`${path}.${key} is nothing that is known there`],
  );
}
