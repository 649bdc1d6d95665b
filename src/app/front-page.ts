import { readFileSync } from 'node:fs';
import type { Config } from '#config';
import type { Operator } from '#core/access/operator';

/** The pages at `/` and `/privacy`; platforms with self-service installation have a link. */
export const publicPages = ({ connections, support, terms }: Pick<Config, 'connections' | 'support' | 'terms'>) => ({
  front: {
    install: connections.flatMap(({ name, installUrl: url }) =>
      url === undefined ? [] : [{ label: `Add to ${name}`, url }],
    ),
    ...(support === undefined ? {} : { support }),
    ...(terms === undefined ? {} : { terms }),
  },
  // PRIVACY.md in the project root.
  privacy: () => readFileSync(new URL('../../PRIVACY.md', import.meta.url), 'utf8'),
});

/** The same details for chat; if the process has a public address, it serves the privacy policy there. */
export const operatorOf = ({
  support,
  terms,
  url,
  retentionDays,
}: Pick<Config, 'support' | 'terms' | 'url' | 'retentionDays'>): Operator => ({
  retentionDays,
  ...(support === undefined ? {} : { support }),
  ...(terms === undefined ? {} : { terms }),
  ...(url === undefined ? {} : { privacy: `${url}/privacy` }),
});
