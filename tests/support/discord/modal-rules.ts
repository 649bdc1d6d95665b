import { type Piece, selectFaults, withNested } from './message-rules.ts';

const TEXT_INPUT = 4;

/**
 * Returns violations in a form that the schema does not cover.
 * https://docs.discord.com/developers/components/reference#label
 */
export function modalFaults(data: unknown): readonly string[] {
  const { title = '', components = [] } = (data ?? {}) as { title?: string; components?: readonly Piece[] };
  const all = components.flatMap(withNested);
  const ids = all.flatMap(({ custom_id }) => (custom_id === undefined ? [] : [custom_id]));
  return [
    ...(title.trim() === '' || title.length > 45 ? [`a form’s title of ${title.length} characters`] : []),
    ...(components.length < 1 || components.length > 5 ? [`${components.length} fields in a form`] : []),
    ...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `two components with the custom_id ${id}`),
    ...all.flatMap((piece) => [
      ...selectFaults(piece),
      ...(piece.type === TEXT_INPUT && !piece.custom_id ? ['a field without a custom_id'] : []),
    ]),
  ];
}
