import type { RequestScope } from '#core/access/requester';
import type { Command, Context, Option } from '#core/commands/command';
import type { Invocation } from '#core/commands/invocation';
import { MissingOptionError, UserError } from '#core/errors';
import { message } from '#core/messages/index';
import type { Block } from '#core/reply';
import { type OptionDescription, optionEntries, scheduleOptions } from '#core/schedule-options';
import type { ScheduleInput } from '#core/scheduling';
import { truncateForDisplay } from '#lookup';
import { knownZone, schedulingFor } from '#lookup/schedules';
import { dayChoices, daysOf } from '#lookup/times';
import { whenOf } from '#lookup/when';
import { zoneChoices, zoneIds, zoneOf } from '#lookup/zones';
import { added, DEFAULT_DAYS } from '#replies';
import { noFeedHint } from '#replies/feeds/feeds';
import { SCHEDULE_GROUP } from '../command-groups.ts';

/** How an option of a schedule is typed. */
const inputOf = (option: OptionDescription<unknown>): Pick<Option, 'type' | 'choices' | 'maxLength'> =>
  option.type === 'choice'
    ? { type: 'choice', choices: option.choices.map(String) }
    : { type: 'text', maxLength: option.type === 'text' ? option.maxLength : MAX_HOURS_LENGTH };

/** `12 hours` */
const MAX_HOURS_LENGTH = 10;

/** `/schedule add`: creates a schedule for posts to a channel. */
export default {
  name: 'schedule add',
  group: SCHEDULE_GROUP,
  mutates: true,
  managersOnly: true,
  description: 'Post what is new to a channel at a time of day',
  options: [
    {
      name: 'time',
      description: 'The local time: 07:30, or 7:30 pm weekdays Seoul',
      type: 'text',
      main: true,
      required: true,
    },
    {
      name: 'days',
      description: `On which days: daily, or mon,wed,fri; ${DEFAULT_DAYS} if left out`,
      type: 'text',
      complete: (_, typed) => dayChoices(typed),
    },
    {
      name: 'timezone',
      description: 'A city, such as Seoul; your time zone if left out, if it is known',
      type: 'text',
      values: zoneIds,
      complete: ({ requester }, typed) => zoneChoices(typed, requester?.locale),
    },
    { name: 'channel', description: 'The channel to post to; this one if left out', type: 'channel' },
    ...optionEntries.map(([name, option]): Option => ({ name, description: option.description, ...inputOf(option) })),
  ],
  examples: ['/schedule add time:07:30', '/schedule add time:"7:30 pm" days:mon,thu timezone:Seoul about:Ukraine'],
  async run(invocation, context) {
    const { scheduling, requestScope } = schedulingFor(context);
    const reply = added(
      await scheduling.add(requestScope, await parse(invocation, context)),
      requestScope.channel,
      context.t,
    );
    return { ...reply, blocks: [...reply.blocks, ...(await feedHint(context, requestScope))] };
  },
} satisfies Command;

/** A hint about feeds if the channel has none yet. */
async function feedHint({ feeds, t }: Context, requestScope: RequestScope): Promise<readonly Block[]> {
  return feeds && (await feeds.list(requestScope)).length === 0 ? [noFeedHint(t)] : [];
}

/** @throws UserError with the part that cannot be parsed, MissingOptionError if the zone is unknown. */
async function parse(invocation: Invocation, context: Context): Promise<ScheduleInput> {
  const { options } = invocation;
  const when = whenOf(options.time ?? '');
  const zone = options.timezone ?? when.zone;
  return {
    time: when.time,
    days: daysOf(options.days ?? when.days ?? DEFAULT_DAYS),
    ...scheduleOptions(
      Object.fromEntries(optionEntries.map(([name, option]) => [name, parsed(option, options[name])])),
    ),
    ...(context.t.language === 'en' ? {} : { language: context.t.language }),
    ...(options.channel === undefined ? {} : { channel: options.channel }),
    zone: zone === undefined ? await zoneOfRequester(invocation, context) : zoneOf(zone),
  };
}

const parsed = (option: OptionDescription<unknown>, typed: string | undefined): unknown =>
  option.type === 'hours' && typed !== undefined ? hoursOf(typed, option.most) : typed;

async function zoneOfRequester(invocation: Invocation, context: Context): Promise<string> {
  const zone = await knownZone(schedulingFor(context).requestScope);
  if (zone !== undefined) return zone;
  throw new MissingOptionError(message('error.chooseZone'), invocation, 'timezone');
}

function hoursOf(typed: string, most: number): number {
  const [, hours] = /^(\d{1,2})\s*(?:h|hours?)?$/i.exec(typed.trim()) ?? [];
  if (Number(hours) >= 1 && Number(hours) <= most) return Number(hours);
  throw new UserError(message('error.noHours', { typed: truncateForDisplay(typed), most }));
}
