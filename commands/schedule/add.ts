import type { RequestScope } from '#core/access/requester';
import { LENGTHS } from '#core/briefing';
import type { Command, Context } from '#core/commands/command';
import type { Invocation } from '#core/commands/invocation';
import { MissingOptionError, UserError } from '#core/errors';
import { message } from '#core/messages/index';
import type { Block } from '#core/reply';
import { SCHEDULE_PICTURES } from '#core/schedule';
import type { ScheduleInput } from '#core/scheduling';
import { truncateForDisplay } from '#lookup';
import { knownZone, schedulingFor } from '#lookup/schedules';
import { dayChoices, daysOf } from '#lookup/times';
import { whenOf } from '#lookup/when';
import { zoneChoices, zoneIds, zoneOf } from '#lookup/zones';
import { added, DEFAULTS } from '#replies';
import { noFeedHint } from '#replies/feeds/feeds';
import { SCHEDULE_GROUP } from '../command-groups.ts';

const EMPTY_CHOICES = ['line', 'nothing'] as const;
const MAX_GRACE_HOURS = 24;

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
      description: `On which days: daily, or mon,wed,fri; ${DEFAULTS.days} if left out`,
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
    {
      name: 'length',
      description: `How much of each article; ${DEFAULTS.length} if left out`,
      type: 'choice',
      choices: LENGTHS,
    },
    { name: 'about', description: 'Only articles that contain these words', type: 'text', maxLength: 48 },
    {
      name: 'picture',
      description: 'A picture in each post: who is for and against (map), or who speaks how much (voices)',
      type: 'choice',
      choices: SCHEDULE_PICTURES,
    },
    {
      name: 'empty',
      description: `What to post when nothing is new: a line or nothing; a ${DEFAULTS.empty} if left out`,
      type: 'choice',
      choices: EMPTY_CHOICES,
    },
    {
      name: 'grace',
      description: `How many hours late it may still be posted, 1 to ${MAX_GRACE_HOURS}; ${DEFAULTS.grace} if left out`,
      type: 'text',
      maxLength: 10,
    },
  ],
  examples: ['/schedule add time:07:30', '/schedule add time:"7:30 pm" days:mon,thu timezone:Seoul about:Ukraine'],
  async run(invocation, context) {
    const { scheduling, requestScope } = schedulingFor(context);
    const reply = added(
      await scheduling.add(requestScope, await inputOf(invocation, context)),
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
async function inputOf(invocation: Invocation, context: Context): Promise<ScheduleInput> {
  const { options } = invocation;
  const { length, channel, about } = options;
  const picture = SCHEDULE_PICTURES.find((choice) => choice === options.picture);
  const when = whenOf(options.time ?? '');
  const zone = options.timezone ?? when.zone;
  return {
    time: when.time,
    days: daysOf(options.days ?? when.days ?? DEFAULTS.days),
    length: LENGTHS.find((choice) => choice === length) ?? DEFAULTS.length,
    empty: EMPTY_CHOICES.find((choice) => choice === options.empty) ?? DEFAULTS.empty,
    grace: hoursOf(options.grace ?? String(DEFAULTS.grace)),
    ...(context.t.language === 'en' ? {} : { language: context.t.language }),
    ...(channel === undefined ? {} : { channel }),
    ...(about === undefined ? {} : { about }),
    ...(picture === undefined ? {} : { picture }),
    zone: zone === undefined ? await zoneOfRequester(invocation, context) : zoneOf(zone),
  };
}

async function zoneOfRequester(invocation: Invocation, context: Context): Promise<string> {
  const zone = await knownZone(schedulingFor(context).requestScope);
  if (zone !== undefined) return zone;
  throw new MissingOptionError(message('error.chooseZone'), invocation, 'timezone');
}

function hoursOf(typed: string): number {
  const [, hours] = /^(\d{1,2})\s*(?:h|hours?)?$/i.exec(typed.trim()) ?? [];
  if (Number(hours) >= 1 && Number(hours) <= MAX_GRACE_HOURS) return Number(hours);
  throw new UserError(message('error.noHours', { typed: truncateForDisplay(typed), most: MAX_GRACE_HOURS }));
}
