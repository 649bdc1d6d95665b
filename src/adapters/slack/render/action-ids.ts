import { cutIndex, MAX_CLUSTER } from '#text/truncate';
import { LIMITS } from '../limits.ts';

/** The fields that Slack returns for a used button or menu. */
export interface ActionPayload {
  readonly action_id: string;
  readonly block_id: string;
  /** Of a button only. */
  readonly value?: string;
}

// button.3                      its token is in `value`
// menu.2.1pq;quotes;a=river.    a menu has no value of its own, so its token is
// menu.2.-dam;s?.               in `action_id` and, if it is longer, in `block_id`
const MENU = /^menu\.\d+\.(.*)\.$/s;

/** The characters of a token that fit into one menu ID besides its prefix. */
const ID_CAPACITY = LIMITS.id - 'menu.99..'.length;

/**
 * The longest token that a menu can carry, split between graphemes; a button could carry more, but no token needs it.
 */
export const MAX_TOKEN_LENGTH = 2 * ID_CAPACITY - MAX_CLUSTER;

/** Creates the IDs of a control. `at` counts buttons and menus together, so that IDs are unique in a message. */
export const actionIdOf = {
  button: (at: number): { action_id: string } => ({ action_id: `button.${at}` }),
  menu: (at: number, token: string): { action_id: string; block_id: string } => {
    const cut = cutIndex(token, ID_CAPACITY);
    return { action_id: `menu.${at}.${token.slice(0, cut)}.`, block_id: `menu.${at}.${token.slice(cut)}.` };
  },
} as const;

/** Reads the token of a button or menu; undefined for an unknown ID. */
export function readActionId({ action_id = '', block_id = '', value }: Partial<ActionPayload>): string | undefined {
  if (action_id.startsWith('button.')) return value;
  const [head, tail] = [MENU.exec(action_id)?.[1], MENU.exec(block_id)?.[1]];
  return head === undefined || tail === undefined ? undefined : head + tail;
}
