import { isMap, type Json, listOf, type Path, textFaults } from './texts.ts';

/** The place of an element. */
interface Place {
  /** In a form, where text inputs and checkboxes are allowed, too. */
  readonly input?: boolean;
}

type Rule = (element: Json, path: Path) => readonly string[];

const placeholder: Rule = ({ placeholder }, path) =>
  placeholder === undefined ? [] : textFaults(placeholder, `${path}/placeholder`, 150, 'plain_text');

const FORMS_ONLY = ['plain_text_input', 'checkboxes'];

/** One rule for each element in use. */
const RULES: Readonly<Record<string, Rule>> = {
  button: ({ text, value, url, style }, path) => [
    ...textFaults(text, `${path}/text`, 75, 'plain_text'),
    ...(value === undefined && url === undefined ? [`${path}: a button without a value`] : []),
    ...(value === undefined || length(value, 1, 2000) ? [] : [`${path}/value: not 1 to 2000 characters`]),
    ...(url === undefined || length(url, 1, 3000) ? [] : [`${path}/url: not 1 to 3000 characters`]),
    ...(style === undefined || ['primary', 'danger'].includes(`${style}`) ? [] : [`${path}: no such style`]),
  ],
  static_select: (element, path) => [
    ...placeholder(element, path),
    ...optionsFaults(element.options, path, 100),
    ...initialFaults(element.initial_option === undefined ? [] : [element.initial_option], element.options, path),
  ],
  external_select: (element, path) => [
    ...placeholder(element, path),
    ...(element.options === undefined ? [] : [`${path}: options are loaded, not given`]),
    ...(element.initial_option === undefined ? [] : optionFaults(element.initial_option, `${path}/initial_option`)),
    ...(element.min_query_length === undefined || Number.isInteger(element.min_query_length)
      ? []
      : [`${path}: min_query_length is not a number`]),
  ],
  conversations_select: (element, path) => [
    ...placeholder(element, path),
    ...(element.initial_conversation === undefined || /^[CGDU]\w+$/.test(`${element.initial_conversation}`)
      ? []
      : [`${path}: no conversation`]),
  ],
  checkboxes: ({ options, initial_options }, path) => [
    ...optionsFaults(options, path, 10),
    ...(initial_options !== undefined && listOf(initial_options).length === 0
      ? [`${path}: initial options, none`]
      : []),
    ...initialFaults(listOf(initial_options), options, path),
  ],
  plain_text_input: (element, path) => [
    ...placeholder(element, path),
    ...bound(element.max_length, 1, `${path}/max_length`),
    ...bound(element.min_length, 0, `${path}/min_length`),
    ...(typeof element.initial_value === 'string' && element.initial_value.length > Number(element.max_length ?? 3000)
      ? [`${path}: what is filled in is longer than it takes`]
      : []),
  ],
};

/** Returns violations in an interactive element. */
export function elementFaults(element: unknown, path: Path, { input = false }: Place): readonly string[] {
  if (!isMap(element)) return [`${path}: no element`];
  const type = `${element.type}`;
  const rule = Object.hasOwn(RULES, type) ? RULES[type] : undefined;
  if (!rule) return [`${path}: ${type} is no element we may send`];
  return [
    ...(!input && FORMS_ONLY.includes(type) ? [`${path}: ${type} outside of a form`] : []),
    ...(input && type === 'button' ? [`${path}: a button as an input`] : []),
    ...(length(element.action_id, 1, 255) ? [] : [`${path}/action_id: not 1 to 255 characters`]),
    ...rule(element, path),
  ];
}

const length = (value: unknown, min: number, max: number): boolean =>
  typeof value === 'string' && value.length >= min && value.length <= max;

const bound = (value: unknown, min: number, path: Path): readonly string[] =>
  value === undefined || (typeof value === 'number' && value >= min && value <= 3000) ? [] : [`${path}: no length`];

/** Returns violations in the options of a menu. */
export function optionsFaults(given: unknown, path: Path, max: number, min = 1): readonly string[] {
  const options = listOf(given);
  const values = options.map((option) => (isMap(option) ? option.value : undefined));
  return [
    ...(Array.isArray(given) && options.length >= min && options.length <= max
      ? []
      : [`${path}: ${options.length} options, not ${min} to ${max}`]),
    ...(new Set(values).size < values.length ? [`${path}: two options with one value`] : []),
    ...options.flatMap((option, at) => optionFaults(option, `${path}/options/${at}`)),
  ];
}

function optionFaults(option: unknown, path: Path): readonly string[] {
  if (!isMap(option)) return [`${path}: no option`];
  return [
    ...textFaults(option.text, `${path}/text`, 75, 'plain_text'),
    ...(option.description === undefined
      ? []
      : textFaults(option.description, `${path}/description`, 75, 'plain_text')),
    ...(length(option.value, 1, 75) ? [] : [`${path}/value: not 1 to 75 characters`]),
  ];
}

/** The initial option must equal one of the options exactly. */
function initialFaults(initial: readonly unknown[], options: unknown, path: Path): readonly string[] {
  const known = new Set(listOf(options).map((option) => JSON.stringify(option)));
  return initial.flatMap((option) => (known.has(JSON.stringify(option)) ? [] : [`${path}: chosen is no option`]));
}
