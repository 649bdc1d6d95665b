import type { types } from '@slack/bolt';
import type { Choice } from '#core/commands/choice';
import type { Command, Option } from '#core/commands/command';
import { nameParts } from '#core/commands/command-group';
import type { Invocation } from '#core/commands/invocation';
import type { LocalizedOption, Translation } from '#core/commands/translation';
import { inEnglish, type Translate } from '#core/messages/index';
import { shortId } from '#text/short-id';
import { LIMITS } from '../limits.ts';
import { labelOf, optionsOf } from '../render/actions.ts';
import { isChannel, plainText } from '../render/rich-text.ts';

type Options = Invocation['options'];

/** The options of a form besides its command. */
export interface FormOptions {
  /** Returned with the form; at most {@link LIMITS.metadata} characters. */
  readonly metadata: string;
  /** The option that was given without a value: the only required field. */
  readonly missing?: string | undefined;
  /** The labels of the given values, by option, if they differ from the values. */
  readonly labels?: Options;
  /** The translation of the app's texts, and of command and option names, for the user. */
  readonly t?: Translate;
  readonly translation?: Translation | undefined;
}

/** The values of a form, as Slack sends them: by block, by action. */
export type FormValues = Readonly<Record<string, Readonly<Record<string, Filled>>>>;

interface Filled {
  readonly type?: string;
  readonly value?: string | null;
  readonly selected_option?: { readonly value?: string } | null;
  readonly selected_options?: readonly { readonly value?: string }[];
  readonly selected_conversation?: string | null;
}

/** The maximum length of a typed value if its option does not specify one. */
const MAX_TYPED_LENGTH = 100;
const CHECKED = 'yes';

const FORM = /^form\.(.+)$/;
const FIELD = /^field\.(.+)$/;
const FILL = /^fill\.([^.]+)\.(.+)$/;

/** Returns the form for a command's options, prefilled with the given values. */
export const formFor = (
  command: Command,
  given: Options,
  { metadata, missing, labels = {}, t = inEnglish, translation }: FormOptions,
): types.ModalView => ({
  type: 'modal',
  callback_id: `form.${command.name}`,
  private_metadata: metadata,
  title: labelOf(titleOf(command, translation), LIMITS.viewTitle),
  submit: labelOf(command.mutates ? capitalise(lastWordOf(command, translation)) : t('chat.ask'), LIMITS.viewTitle),
  close: plainText(t('chat.cancel')),
  blocks:
    command.options.length === 0
      ? [
          {
            type: 'section',
            text: plainText(t('chat.nothingToChoose', { description: describe(command, translation) })),
          },
        ]
      : command.options.map((option) =>
          field(command, option, {
            ...{ value: given[option.name], label: labels[option.name], isMissing: option.name === missing, t },
            wording: translation?.commands[command.name]?.options[option.name],
          }),
        ),
});

/** The name of a command in the user's language; for a member of a group, its second word. */
const lastWordOf = (command: Command, translation: Translation | undefined): string =>
  translation?.commands[command.name]?.name ?? nameParts(command).at(-1) ?? command.name;

function titleOf(command: Command, translation: Translation | undefined): string {
  const [first] = nameParts(command);
  const group = command.group && (translation?.commandGroups?.[first]?.name ?? first);
  return capitalise([group, lastWordOf(command, translation)].filter(Boolean).join(' '));
}

const describe = ({ name, description }: Command, translation: Translation | undefined): string =>
  translation?.commands[name]?.description ?? description;

const capitalise = (name: string): string => `${name.charAt(0).toUpperCase()}${name.slice(1)}`;

/** The initial value of a field, and its label. */
interface Given {
  readonly value: string | undefined;
  readonly label: string | undefined;
  readonly isMissing: boolean;
  readonly t: Translate;
  /** The name of the option in the user's language. */
  readonly wording: LocalizedOption | undefined;
}

const field = (command: Command, option: Option, { value, label, isMissing, t, wording }: Given): types.InputBlock => ({
  type: 'input',
  block_id: `field.${option.name}`,
  optional: !isMissing && !option.required,
  label: labelOf(capitalise(wording?.name ?? option.name), LIMITS.label),
  hint: labelOf(wording?.description ?? option.description, LIMITS.label),
  element: {
    ...ELEMENTS[kindOf(option)](option, value, { t, wording, label: label ?? value ?? '' }),
    action_id: `fill.${command.name}.${option.name}`,
  },
});

type Kind = 'offered' | Option['type'];

/** Only options with a complete list of values get a menu: other values cannot be typed into Slack's menus. */
const kindOf = ({ type, complete, values }: Option): Kind =>
  type === 'text' ? (complete && values ? 'offered' : 'text') : type;

interface Shown {
  readonly t: Translate;
  readonly wording: LocalizedOption | undefined;
  readonly label: string;
}

type Element = (option: Option, given: string | undefined, shown: Shown) => types.InputBlockElement;

const ELEMENTS: { readonly [K in Kind]: Element } = {
  offered: (option, given, { t, wording, label }) => ({
    type: 'external_select',
    min_query_length: 0,
    placeholder: labelOf(t('chat.chooseOrType', { option: wording?.name ?? option.name }), LIMITS.placeholder),
    ...(given === undefined ? {} : initial(optionsFor([{ label, value: given }], option))),
  }),
  choice: ({ choices = [], name }, given, { t, wording }) => {
    const options = optionsOf(choices.map((value) => ({ label: wording?.choices?.[value] ?? value, value })));
    return {
      type: 'static_select',
      placeholder: labelOf(t('chat.chooseOption', { option: wording?.name ?? name }), LIMITS.placeholder),
      options,
      ...initial(options.filter(({ value }) => value === given)),
    };
  },
  text: ({ maxLength = MAX_TYPED_LENGTH }, given) => ({
    type: 'plain_text_input',
    max_length: Math.min(maxLength, LIMITS.input),
    ...(given === undefined || given === '' || given.length > maxLength ? {} : { initial_value: given }),
  }),
  channel: ({ required }, given, { t }) => ({
    type: 'conversations_select',
    placeholder: labelOf(t('chat.chooseChannel'), LIMITS.placeholder),
    filter: { include: ['public', 'private'], exclude_bot_users: true },
    ...(isChannel(given) ? { initial_conversation: given } : { default_to_current_conversation: required === true }),
  }),
  flag: ({ description }, given, { wording }) => {
    const options = optionsOf([{ label: wording?.description ?? description, value: CHECKED }]);
    return { type: 'checkboxes', options, ...(given === CHECKED ? { initial_options: options } : {}) };
  },
};

const initial = ([first]: readonly types.PlainTextOption[]): { initial_option?: types.PlainTextOption } =>
  first ? { initial_option: first } : {};

/**
 * Converts the choices of an option, as offered while the user types. A value too long for Slack is replaced by a short
 * ID if the option lists its values, so that it can be found again; otherwise the choice is omitted.
 */
export const optionsFor = (choices: readonly Choice[], option?: Pick<Option, 'values'>): types.PlainTextOption[] =>
  optionsOf(
    choices.map(({ label, value }) => ({
      label,
      value: value.length > LIMITS.optionValue && option?.values ? shortId(value) : value,
    })),
  );

/** The command of a form; undefined for an unknown view. */
export const readFormId = (callbackId: string): string | undefined => FORM.exec(callbackId)?.[1];

/** The command and the option for which choices are loaded. */
export function readFillId(actionId: string): { readonly command: string; readonly option: string } | undefined {
  const [, command, option] = FILL.exec(actionId) ?? [];
  return command === undefined || option === undefined ? undefined : { command, option };
}

/** Returns the values by option, without empty ones. Also works on a form that is not submitted yet. */
export function readForm(values: FormValues | undefined): Options {
  const given = Object.entries(values ?? {}).flatMap(([block, fields]): [string, string][] => {
    const name = FIELD.exec(block)?.[1];
    const [filled] = Object.values(fields ?? {});
    const value = filled && filledIn(filled);
    return name === undefined || !value ? [] : [[name, value]];
  });
  return Object.fromEntries(given);
}

function filledIn({ value, selected_option, selected_options, selected_conversation }: Filled): string | undefined {
  const given: unknown = value ?? selected_option?.value ?? selected_conversation ?? selected_options?.[0]?.value;
  return typeof given === 'string' ? given.trim() : undefined;
}
