import { readFileSync } from 'node:fs';
import type { Config } from '#config';
import type { Operator } from '#core/access/operator';

/** What `/` and `/privacy` show; a platform that adds the app by itself has a link. */
export const publicPages = ({ connections, support, terms }: Pick<Config, 'connections' | 'support' | 'terms'>) => ({
  front: {
    install: connections.flatMap(({ name, installUrl: url }) =>
      url === undefined ? [] : [{ label: `Add to ${name}`, url }],
    ),
    ...(support === undefined ? {} : { support }),
    ...(terms === undefined ? {} : { terms }),
  },
  // PRIVACY.md, at the top of the project.
  privacy: () => readFileSync(new URL('../../PRIVACY.md', import.meta.url), 'utf8'),
});

/** The same for chat; where the process has a public address, the privacy policy has a page there. */
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
