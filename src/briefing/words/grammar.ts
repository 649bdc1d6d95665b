const set = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter(Boolean));

/** Forms of “be”: before a participle they form a passive. */
export const BE = set(`is are was were be been being am isn’t aren’t wasn’t weren’t isn't aren't wasn't weren't`);

export const HAVE = set(`has have had having hasn’t haven’t hadn’t hasn't haven't hadn't`);

export const DO = set(`do does did don’t doesn’t didn’t don't doesn't didn't`);

export const MODALS = set(
  `will would shall should can could may might must cannot won’t wouldn’t shouldn’t can’t couldn’t won't wouldn't
  shouldn't can't couldn't ought`,
);

/** Adverbs between a subject and its verb, or after the verb, except those in -ly. */
export const ADVERBS = set(
  `also then never not once again later earlier still now just even already always often soon twice first further
  today yesterday tomorrow tonight ever himself herself itself themselves too only instead
  meanwhile however afterwards afterward rather almost nearly sometimes long much back`,
);

export const WEEKDAYS = set(`monday tuesday wednesday thursday friday saturday sunday`);

export const MONTHS = set(
  `january february march april may june july august september october november december jan feb mar apr jun jul aug
  sep sept oct nov dec`,
);

/** Words after “last”, “this” or “next” in an expression of time. */
export const TIME_NOUNS = set(
  `week month year night morning afternoon evening day weekend summer spring autumn fall winter hour minutes days
  weeks months years hours decade century`,
);

export const PREPOSITIONS = set(
  `of in on at to for from with by about against into over under after before during since until between among through
  within without across amid around behind beside besides beyond despite except inside near off onto outside past per
  regarding throughout toward towards upon via as like than alongside following according ahead`,
);

export const DETERMINERS = set(
  `the a an this that these those his her its their our my your some any each every no another both either neither such
  many most several few all one two three four five six seven eight nine ten`,
);

export const PRONOUNS = set(`he she they we i you it who one everyone everybody nobody someone`);

export const CONJUNCTIONS = set(`and but or nor yet so`);

export const SUBORDINATORS = set(
  `that because although though while whereas when whenever where wherever if unless until since after before as once
  whether who whom whose which what why how than lest`,
);

/** The beginning of an adverbial phrase: “On Monday, …”, “Speaking in Paris, …”. */
export const ADVERBIAL_OPENERS = set(
  `in on at after before during when while as if since despite with following speaking asked by for from until although
  though because unlike like amid under over according earlier later meanwhile yesterday today last but and so yet`,
);
