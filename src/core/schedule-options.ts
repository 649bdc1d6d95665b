import { LENGTHS, type Length } from './briefing.ts';
import { type Language, type Message, message } from './messages/index.ts';

/** `map`: the positions in the newest article that has some; `voices`: who speaks how much in all articles of the post. */
export type SchedulePicture = 'map' | 'voices';

/** The options of `/schedule add` besides channel and times. */
export interface GivenOptions {
  readonly length: Length;
  /** Only articles that contain these words. */
  readonly about?: string;
  /** The picture in its posts; none if left out. */
  readonly picture?: SchedulePicture;
  /** What is posted when nothing is new. */
  readonly empty: 'line' | 'nothing';
  /** Hours after which a missed post is not made up any more. */
  readonly grace: number;
}

export type OptionName = keyof GivenOptions;

/** All options of a schedule. */
export interface ScheduleOptions extends GivenOptions {
  /** The language of our own words in its posts; English if left out. */
  readonly language?: Language;
}

/** The values that an option takes. */
type Kind<V> =
  | { readonly type: 'choice'; readonly choices: readonly V[] }
  | { readonly type: 'text'; readonly maxLength: number }
  /** A number of hours, from 1 to `most`. */
  | { readonly type: 'hours'; readonly most: number };

export type OptionDescription<V> = Kind<V> & {
  /** In help and forms, in English; other languages are in `commands/translations.ts`. */
  readonly description: string;
  /** Used if it is left out. */
  readonly default?: V;
  /** Tells readers of the schedule about a value other than the default. */
  readonly label: (value: V) => Message;
};

type Descriptions = { readonly [N in OptionName]-?: OptionDescription<NonNullable<GivenOptions[N]>> };

/** Each option once: commands, forms, help, replies and the store derive theirs from these. */
const SCHEDULE_OPTIONS: Descriptions = {
  length: {
    type: 'choice',
    choices: LENGTHS,
    default: 'short',
    description: 'How much of each article; short if left out',
    label: (length) => message('schedule.length', { length: message(`length.${length}`) }),
  },
  about: {
    type: 'text',
    maxLength: 48,
    description: 'Only articles that contain these words',
    label: (about) => message('schedule.onlyAbout', { about }),
  },
  picture: {
    type: 'choice',
    choices: ['map', 'voices'],
    description: 'A picture in each post: who is for and against (map), or who speaks how much (voices)',
    label: (picture) => message(`schedule.${picture}`),
  },
  empty: {
    type: 'choice',
    choices: ['line', 'nothing'],
    default: 'line',
    description: 'What to post when nothing is new: a line or nothing; a line if left out',
    label: () => message('schedule.silent'),
  },
  grace: {
    type: 'hours',
    most: 24,
    default: 6,
    description: 'How many hours late it may still be posted, 1 to 24; 6 if left out',
    label: (hours) => message('schedule.grace', { hours }),
  },
};

/** The same without the types of single values, for code that treats all options alike. */
export const optionEntries = Object.entries(SCHEDULE_OPTIONS) as readonly [OptionName, OptionDescription<unknown>][];

/** The options among some values. Those left out get their default, as do values that this version does not know. */
export function scheduleOptions(values: Readonly<Record<string, unknown>>): GivenOptions {
  const valid = optionEntries.flatMap(([name, option]) => {
    const value = isValid(option, values[name]) ? values[name] : option.default;
    return value === undefined ? [] : [[name, value]];
  });
  return Object.fromEntries(valid) as GivenOptions;
}

function isValid(option: OptionDescription<unknown>, value: unknown): boolean {
  switch (option.type) {
    case 'choice':
      return option.choices.includes(value);
    case 'text':
      return typeof value === 'string';
    case 'hours':
      return typeof value === 'number';
  }
}

/** The options that differ from their defaults, each with a text about it. */
export function changedOptions(options: GivenOptions): readonly { name: OptionName; value: unknown; label: Message }[] {
  return optionEntries.flatMap(([name, option]) => {
    const value = options[name];
    return value === undefined || value === option.default ? [] : [{ name, value, label: option.label(value) }];
  });
}
