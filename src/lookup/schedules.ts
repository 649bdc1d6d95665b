import type { RequestScope } from '#core/access/requester';
import type { Context, Option } from '#core/commands/command';
import type { Invocation } from '#core/commands/invocation';
import { ForbiddenError, MissingOptionError, UserError } from '#core/errors';
import { inEnglish, message, type Translate } from '#core/messages/index';
import type { Schedule } from '#core/schedule';
import type { ScheduleWithNext, Scheduling } from '#core/scheduling';
import { truncateForDisplay } from '#text/fold';
import { choose } from './choices.ts';
import { sayDays } from './times.ts';
import { zoneOf } from './zones.ts';

/** The `schedule` option, shared by all commands that take one. */
export const SCHEDULE_OPTION = {
  name: 'schedule',
  description: 'Which schedule, by its id; may be left out where there is only one',
  type: 'text',
  main: true,
  values: (context) => knownSchedules(context).map(({ id }) => id),
  complete: (context, typed) =>
    choose(
      knownSchedules(context).map((schedule) => ({
        label: labelOf(schedule, context.requester?.scope, context.t),
        value: schedule.id,
        names: [schedule.id, sayDays(schedule.days), schedule.time, schedule.zone, schedule.about ?? ''],
      })),
      typed,
    ),
} as const satisfies Option;

const knownSchedules = ({ scheduling, requester }: Context): readonly Schedule[] =>
  scheduling && requester?.scope ? scheduling.cached(requester.scope) : [];

/** A schedule in one line of plain text: `every weekday at 07:30 (Asia/Seoul), in this channel · s7k2`. */
export function labelOf(
  { id, time, days, zone, about, channel, paused }: Schedule,
  requestScope: RequestScope | undefined,
  t: Translate = inEnglish,
): string {
  const where =
    channel === requestScope?.channel ? t('schedule.thisChannel') : (requestScope?.channelName?.(channel) ?? channel);
  const when = t('schedule.when', { days: sayDays(days, t), time, zone });
  const words = t('schedule.label', { when, where });
  const notes = [
    ...(about === undefined ? [] : [t('schedule.labelAbout', { about })]),
    ...(paused ? [t('schedule.labelPaused')] : []),
    id,
  ];
  return [words, ...notes].join(' · ');
}

/**
 * Returns the schedules and the request scope.
 *
 * @throws ForbiddenError if schedules are not available.
 */
export function schedulingFor({ scheduling, requester }: Context): {
  readonly scheduling: Scheduling;
  readonly requestScope: RequestScope;
} {
  if (!scheduling) throw new ForbiddenError(message('error.nothingScheduled'));
  if (!requester?.scope) throw new ForbiddenError(message('error.schedulesOfWorkspace'));
  return { scheduling, requestScope: requester.scope };
}

/**
 * Returns the id of the requested schedule: the one named, or the only one.
 *
 * @throws MissingOptionError if several schedules match, ForbiddenError if there is none.
 */
export async function scheduleIdOf(invocation: Invocation, context: Context): Promise<string> {
  const named = invocation.options.schedule;
  if (named !== undefined) return named.trim();
  const { scheduling, requestScope } = schedulingFor(context);
  const [only, ...others] = await scheduling.list(requestScope);
  if (!only) throw new ForbiddenError(message('error.noScheduleYet'));
  if (others.length === 0) return only.schedule.id;
  const { command } = invocation;
  throw new MissingOptionError(message('error.whichSchedule', { line: { commandLine: `/${command}` } }), invocation);
}

/** Returns the schedule of {@link scheduleIdOf}. @throws UserError if no schedule has this id. */
export async function scheduleMeant(invocation: Invocation, context: Context): Promise<ScheduleWithNext> {
  const { scheduling, requestScope } = schedulingFor(context);
  const id = await scheduleIdOf(invocation, context);
  const found = (await scheduling.list(requestScope)).find(({ schedule }) => schedule.id === id.toLowerCase());
  if (!found) throw noSchedule(id);
  return found;
}

export const noSchedule = (typed: string): UserError =>
  new UserError(message('error.noSchedule', { typed: truncateForDisplay(typed) }));

/** The requester’s time zone, if the platform provides it. */
export async function knownZone(requestScope: RequestScope): Promise<string | undefined> {
  const zone = await requestScope.timeZone();
  try {
    return zone === undefined ? undefined : zoneOf(zone);
  } catch {
    return undefined;
  }
}
