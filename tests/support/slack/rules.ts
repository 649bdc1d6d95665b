import { elementFaults, optionsFaults } from './elements.ts';
import { isMap, type Json, listOf, type Path, richFaults, stringFaults, textFaults } from './texts.ts';

// Written from Slack's documentation (https://docs.slack.dev/reference/block-kit), not from the code under test. It
// also holds what other validators miss: markup in a header, long fields and options, too much in all blocks together.

/** Undocumented: more than this in all blocks, and the message is refused (https://github.com/slackapi/bolt-js/issues/2509). */
const MAX_TOTAL_LENGTH = 13_200;

type Surface = 'message' | 'modal' | 'home';
type Rule = (block: Json, path: Path, surface: Surface) => readonly string[];

/** All violations in a message, a view or an options response, one sentence each. */
export function slackFaults(sent: unknown): readonly string[] {
  if (!isMap(sent)) return ['what is sent is no object'];
  if (sent.type === 'modal' || sent.type === 'home') return viewFaults(sent, sent.type);
  if ('options' in sent) return [...optionsFaults(sent.options, 'options', 100, 0), ...stringFaults(sent, 'options')];
  return messageFaults(sent);
}

function messageFaults(message: Json): readonly string[] {
  const blocks = listOf(message.blocks);
  const tables = blocks.filter((block) => isMap(block) && block.type === 'table').length;
  const size = JSON.stringify(blocks).length;
  return [
    ...textFaults({ type: 'mrkdwn', text: message.text }, 'text', 3000),
    ...count(blocks.length, 1, 50, 'blocks'),
    ...blocks.flatMap((block, at) => blockFaults(block, `blocks/${at}`, 'message')),
    ...(tables > 1 ? [`blocks: ${tables} tables, not 1`] : []),
    ...(size > MAX_TOTAL_LENGTH ? [`blocks: ${size} characters together, more than ${MAX_TOTAL_LENGTH}`] : []),
    ...idFaults(blocks),
    ...stringFaults(message, 'message'),
  ];
}

function viewFaults(view: Json, type: 'modal' | 'home'): readonly string[] {
  const blocks = listOf(view.blocks);
  const asks = blocks.some((block) => isMap(block) && block.type === 'input');
  const modal =
    type === 'home'
      ? []
      : [
          ...textFaults(view.title, 'title', 24, 'plain_text'),
          ...(view.submit === undefined ? [] : textFaults(view.submit, 'submit', 24, 'plain_text')),
          ...(view.close === undefined ? [] : textFaults(view.close, 'close', 24, 'plain_text')),
          ...(asks && view.submit === undefined ? ['submit is missing beside inputs'] : []),
        ];
  return [
    ...modal,
    ...count(blocks.length, 1, 100, 'blocks'),
    ...letters(view.private_metadata, 3000, 'private_metadata'),
    ...letters(view.callback_id, 255, 'callback_id'),
    ...blocks.flatMap((block, at) => blockFaults(block, `blocks/${at}`, type)),
    ...idFaults(blocks),
    ...stringFaults(view, 'view'),
  ];
}

const count = (got: number, min: number, max: number, path: Path): readonly string[] =>
  got >= min && got <= max ? [] : [`${path}: ${got}, not ${min} to ${max}`];

const letters = (value: unknown, max: number, path: Path): readonly string[] =>
  value === undefined || (typeof value === 'string' && value.length <= max)
    ? []
    : [`${path}: more than ${max} characters`];

/** One rule for each block in use; other blocks are violations. */
const RULES: Readonly<Record<string, Rule>> = {
  header: ({ text }, path) => textFaults(text, `${path}/text`, 150, 'plain_text'),
  section: ({ text, fields, accessory }, path) => [
    ...(text === undefined && fields === undefined ? [`${path}: neither text nor fields`] : []),
    ...(text === undefined ? [] : textFaults(text, `${path}/text`, 3000)),
    ...(fields === undefined ? [] : count(listOf(fields).length, 1, 10, `${path}/fields`)),
    ...listOf(fields).flatMap((field, at) => textFaults(field, `${path}/fields/${at}`, 2000)),
    ...(accessory === undefined ? [] : elementFaults(accessory, `${path}/accessory`, {})),
  ],
  context: ({ elements }, path) => [
    ...count(listOf(elements).length, 1, 10, `${path}/elements`),
    ...listOf(elements).flatMap((element, at) => textFaults(element, `${path}/elements/${at}`, 3000)),
  ],
  divider: () => [],
  image: ({ image_url, slack_file, alt_text }, path) => [
    ...(isMap(slack_file) && image_url === undefined && /^F\w+$/.test(`${slack_file.id}`)
      ? []
      : /^https?:\/\//.test(`${image_url}`)
        ? []
        : [`${path}/image_url: no address of a picture`]),
    ...letters(image_url, 3000, `${path}/image_url`),
    ...textFaults({ type: 'plain_text', text: alt_text }, `${path}/alt_text`, 2000),
  ],
  rich_text: richFaults,
  actions: ({ elements }, path) => [
    ...count(listOf(elements).length, 1, 25, `${path}/elements`),
    ...listOf(elements).flatMap((element, at) => elementFaults(element, `${path}/elements/${at}`, {})),
    ...(listOf(elements).filter((element) => isMap(element) && element.style === 'primary').length > 1
      ? [`${path}: more than one primary button`]
      : []),
  ],
  table: tableFaults,
  input: ({ label, hint, element }, path, surface) => [
    ...(surface === 'message' ? [`${path}: an input in a message`] : []),
    ...textFaults(label, `${path}/label`, 2000, 'plain_text'),
    ...(hint === undefined ? [] : textFaults(hint, `${path}/hint`, 2000, 'plain_text')),
    ...elementFaults(element, `${path}/element`, { input: true }),
  ],
};

function blockFaults(block: unknown, path: Path, surface: Surface): readonly string[] {
  if (!isMap(block)) return [`${path}: no block`];
  const rule = Object.hasOwn(RULES, `${block.type}`) ? RULES[`${block.type}`] : undefined;
  if (!rule) return [`${path}: ${block.type} is no block we may send`];
  return [...letters(block.block_id, 255, `${path}/block_id`), ...rule(block, path, surface)];
}

function tableFaults({ rows, column_settings }: Json, path: Path, surface: Surface): readonly string[] {
  const all = listOf(rows).map(listOf);
  const cells = all.flat();
  const size = cells.reduce<number>((sum, cell) => sum + lettersIn(cell), 0);
  return [
    ...(surface === 'message' ? [] : [`${path}: a table outside of a message`]),
    ...count(all.length, 1, 100, `${path}/rows`),
    ...all.flatMap((row, at) => count(row.length, 1, 20, `${path}/rows/${at}`)),
    ...(new Set(all.map(({ length }) => length)).size > 1 ? [`${path}: rows of different lengths`] : []),
    ...count(listOf(column_settings).length, 0, 20, `${path}/column_settings`),
    ...(size > 10_000 ? [`${path}: ${size} characters, more than 10000`] : []),
    ...cells.flatMap((cell, at) => cellFaults(cell, `${path}/cells/${at}`)),
  ];
}

function cellFaults(cell: unknown, path: Path): readonly string[] {
  if (!isMap(cell)) return [`${path}: no cell`];
  if (cell.type === 'rich_text') return richFaults(cell, path);
  return cell.type === 'raw_text' && typeof cell.text === 'string' && cell.text !== ''
    ? []
    : [`${path}: neither rich text nor letters`];
}

function lettersIn(value: unknown): number {
  if (!isMap(value) && !Array.isArray(value)) return 0;
  return Object.entries(value)
    .map(([key, inner]) => (key === 'text' && typeof inner === 'string' ? inner.length : lettersIn(inner)))
    .reduce((sum, size) => sum + size, 0);
}

/** Action ids and block ids must be unique. */
function idFaults(blocks: readonly unknown[]): readonly string[] {
  const found: Record<'block_id' | 'action_id', string[]> = { block_id: [], action_id: [] };
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(walk);
    if (!isMap(value)) return;
    for (const key of ['block_id', 'action_id'] as const)
      if (typeof value[key] === 'string') found[key].push(value[key]);
    Object.values(value).forEach(walk);
  };
  walk(blocks);
  return Object.entries(found).flatMap(([key, ids]) =>
    [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))].map((id) => `${key} ${id.slice(0, 40)} stands twice`),
  );
}
