import type { Span } from '#core/span';
import { insideOf, type Lengths } from './measure.ts';
import type { Element, Page } from './scan.ts';

/** Dialogs that ask for consent, by the class names and ids of common products. */
const CONSENT = wordsPattern(
  'consent-(?:banner|bar|box|container|dialog|form|layer|manager|modal|notice|overlay|popup|root|sdk|tool|ui|wall)|' +
    '(?:cookies?|gdpr|ccpa|cmp|privacy|amp|fc)-consent\\w*|gdpr|ccpa|onetrust|ot-sdk\\w*|cookie-?law\\w*|cookie-?bot|didomi|' +
    'truste|trustarc|usercentrics|qc-cmp\\d?|cmp|fc-dialog\\w*|sp-message\\w*|privacy-(?:banner|notice|popup|manager|modal)|' +
    'cookies?-(?:\\w+-)?(?:banner|notice|bar|policy|dialog|popup|message|modal|wall|disclaimer|overlay|info|alert|settings)',
);

/** Boxes inside and around a story, by their class names and ids. */
const BOX = wordsPattern(
  [
    'newsletters?|sign-?ups?|subscribe|subscriptions?|subscribers?-(?:offer|wall|prompt|cta)|email-capture|mailing-list',
    'paywall|regwall|pay-wall|registration-wall|offers?|piano|gift|donate|donations?|membership|support-us|app-download',
    'promos?|promotions?|promoted|sponsor|sponsored|sponsors|ads?|adverts?|advertising|advertise\\w*|taboola|outbrain',
    'related|relatedposts|recommend|recommended|recommendations?|recirc\\w*|rich-?link|interstitial(?:-link)?|skip-link',
    'share|shares|sharing|sharedaddy|sharebar|addthis|social|comments?|disqus|respond|sidebar|side-bar|breadcrumbs?|toc',
    'author-(?:box|bio|info|card|profile|about|desc|description|details|footer|block)|bio|biography|about-(?:the-)?authors?',
    '(?:audio|video|media|podcast)-?(?:player|card|module|playlist|controls|transcript)|player-(?:ui|wrapper|container|box)',
    '(?:audio|video)-?(?:container|wrapper|embed)|listen|text-to-speech|tts|polls?|quiz',
    'table-of-contents|infobox|info-box|factbox|fact-box|slide-?shows?|carousels?|web-?forms?|wp-block-query|supporters?',
  ].join('|'),
);

/** The same for names that are also those of parts of a story: only boxes with links are next to it. */
const LINK_BOX = wordsPattern(
  [
    'read-(?:next|more|also|on)|also-read|see-also|more-(?:stories|news|from|on|articles|features|like)|you-(?:may|might)\\w*',
    'most-(?:read|popular|viewed|shared)|next-(?:article|story|up|galleries|post)|prev-next|up-next|trending|popular|latest',
    'follow|follow-us|tags?|topics?|teasers?|cards?|widget',
  ].join('|'),
);

/** The part of the text of such a box that is in links. */
const LINKED_BOX = 0.3;

/** Elements that are next to the story by their role. */
const ROLES = /^(?:dialog|alertdialog|navigation|complementary|contentinfo|search|banner)$/i;
const DIALOG = /dialog$/i;

const CONTAINERS = /^(?:div|section|ul|ol|p|li|aside|figure|td)$/;

/** A box takes no more than this part of the text of a page. */
const MAX_SHARE = 1 / 3;

/** A paragraph that is a link, and a list of links with its heading: this part of the text is in links. */
const LINKED_TEXT = 0.85;
const LINKED_LIST = 0.7;

/**
 * For each element, whether it is in a box next to the story: a consent dialog, a newsletter form, links to other stories,
 * an offer, the biography of the author. What contains the headline, or a large part of the text, is none.
 */
export function boxesOf(page: Page, lengths: Lengths, headline: Span | undefined): boolean[] {
  const total = lengths.all.reduce((most, length) => Math.max(most, length), 0);
  // Without a headline, only the size tells a dialog from the story.
  const isStory = (element: Element, index: number): boolean =>
    headline === undefined ? (lengths.all[index] ?? 0) * 2 > total : contains(element, headline);
  const consent = insideOf(page.elements, (element, index) => isConsent(element) && !isStory(element, index));
  const hasLinkedTitle = linkedTitles(page);
  const isCard = cards(page);
  const asked = page.elements.reduce(
    (sum, { parent }, index) => sum + (consent[index] && !consent[parent] ? (lengths.all[index] ?? 0) : 0),
    0,
  );
  return insideOf(page.elements, (element, index) => {
    if (consent[index]) return true;
    const length = lengths.all[index] ?? 0;
    if (length === 0 || length > (total - asked) * MAX_SHARE || contains(element, headline)) return false;
    const linked = lengths.linked[index] ?? 0;
    return (
      isNamedBox(element, linked / length) ||
      isLinks(element, length, linked) ||
      (length < MAX_TEASER &&
        (isCard[index] === true || (element.name === 'article' && hasLinkedTitle[index] === true)))
    );
  });
}

/** A longer one, in letters and digits, is a post of a live page whose title links to it. */
const MAX_TEASER = 400;

/** For each `<article>`, whether a heading in it is a link to another page. */
function linkedTitles({ elements }: Page): boolean[] {
  const found: boolean[] = [];
  const article: number[] = [];
  const inLink: boolean[] = [];
  elements.forEach((element, index) => {
    const { name, parent } = element;
    article[index] = name === 'article' ? index : (article[parent] ?? -1);
    inLink[index] = name !== 'article' && (isOutward(element) || inLink[parent] === true);
    if (!/^h[2-6]$/.test(name)) return;
    // The elements in a heading follow it.
    const next = elements[index + 1];
    if (inLink[index] || (next?.parent === index && isOutward(next))) found[article[index]] = true;
  });
  return found;
}

/** For each element, whether it is a link around blocks of text: a card that leads to another page. */
function cards({ elements }: Page): boolean[] {
  const found: boolean[] = [];
  for (const { name, parent } of elements) {
    if ((name === 'div' || name === 'p') && isOutward(elements[parent])) found[parent] = true;
  }
  return found;
}

const isOutward = (element: Element | undefined): boolean =>
  element?.name === 'a' && /^[^#]/.test(element.attributes.href ?? '');

const contains = ({ start, end }: Element, headline: Span | undefined): boolean =>
  headline !== undefined && start <= headline.start && end >= headline.end;

function isConsent({ name, attributes }: Element): boolean {
  if (PAGE.has(name)) return false;
  return (
    name === 'amp-consent' ||
    attributes['aria-modal'] === 'true' ||
    DIALOG.test(attributes.role ?? '') ||
    CONSENT.test(namesOf(attributes))
  );
}

/** A player with its title and transcript, or a picture with its caption. */
const MEDIA = /schema\.org\/(?:Audio|Image|Video)Object$/;

const PAGE = new Set(['html', 'body', 'main', 'article']);

function isNamedBox({ name, attributes }: Element, linked: number): boolean {
  if (PAGE.has(name)) return false;
  const names = namesOf(attributes);
  if (MEDIA.test(attributes.itemtype ?? '') || attributes.id === 'footer') return true;
  if (isStandIn(name, attributes) || attributes['aria-roledescription'] === 'carousel') return true;
  return ROLES.test(attributes.role ?? '') || BOX.test(names) || (linked >= LINKED_BOX && LINK_BOX.test(names));
}

/** What an AMP page shows until something has loaded, or if it has not: `<div placeholder>`. */
const isStandIn = (name: string, { placeholder, fallback }: Element['attributes']): boolean =>
  !/^(?:input|textarea)$/.test(name) && (placeholder !== undefined || fallback !== undefined);

/** Whether an element is a link to another story, or a list of them. */
const isLinks = ({ name }: Element, length: number, linked: number): boolean =>
  CONTAINERS.test(name) && linked >= length * (name === 'p' ? LINKED_TEXT : LINKED_LIST) && length >= MIN_LINKED;

/** A shorter link, such as a name, is part of a story. */
const MIN_LINKED = 25;

/**
 * The class names and the id of an element as words: `articleBody has-ads page-no-sidebar` → `article-body`. Names that
 * state what a container has, or has not, are left out.
 */
export const namesOf = ({ class: classes = '', id = '' }: Element['attributes']): string =>
  classes === '' && id === ''
    ? ''
    : `${classes} ${id}`
        .split(/\s+/)
        .filter(
          (name) =>
            name !== '' &&
            !/^(?:has|with|is|js|hide|show)[-_]|(?:^|[-_])(?:no|without)[-_]|[-_](?:enabled|active|open)$/i.test(name),
        )
        .map((name) =>
          name
            .replace(/(?<=[a-z])(?=[A-Z][a-z])/g, '-')
            .replace(/[-_:]+/g, '-')
            .toLowerCase(),
        )
        .join(' ');

/** A pattern for names that contain one of these words. */
function wordsPattern(words: string): RegExp {
  return new RegExp(`(?:^|[ -])(?:${words})(?=$|[ -])`);
}
