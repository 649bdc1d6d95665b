import type { APIMessageTopLevelComponent } from 'discord.js';
import type { Drawable } from '#chat/paginate/drawable';
import { BUDGET } from '../limits.ts';
import { TYPE, textDisplay } from './components.ts';
import { stretchesOf } from './layout.ts';
import { bareLine, type Line, marksIn, shareOut, writeLine } from './links.ts';

/** What is sent, whichever way: components of the second version alone; nobody is ever called. */
export interface Message {
  readonly flags: number;
  readonly components: APIMessageTopLevelComponent[];
  readonly allowed_mentions: { readonly parse: [] };
}

/** https://docs.discord.com/developers/resources/message#message-object-message-flags */
const COMPONENTS_V2 = 1 << 15;

/** The stripe beside a message: the blue of newspaper ink for answers, rust for what went wrong. */
export const STRIPE = { answer: 0x2b5f8a, trouble: 0xb4532a } as const;

export type Stripe = keyof typeof STRIPE;

const NOTHING = textDisplay('-# There is nothing to show.');

/** One message. What is drawn has been cut to fit already; addresses take what room the words leave. */
export function render(drawables: readonly Drawable[], stripe: Stripe = 'answer'): Message {
  const stretches = stretchesOf(drawables);
  const addresses = addressesFor(stretches.flatMap((stretch) => ('lines' in stretch ? stretch.lines : [])));
  const components = stretches.map((stretch) =>
    'lines' in stretch
      ? textDisplay(stretch.lines.map((line) => writeLine(line, addresses)).join('\n'))
      : stretch.component,
  );
  return {
    flags: COMPONENTS_V2,
    components: [
      {
        type: TYPE.container,
        accent_color: STRIPE[stripe],
        components: components.length > 0 ? components : [NOTHING],
      },
    ],
    allowed_mentions: { parse: [] },
  };
}

function addressesFor(lines: readonly Line[]) {
  const bare = lines.map(bareLine);
  return shareOut(lines, {
    characters: BUDGET.characters - bare.reduce((sum, line) => sum + line.length + 1, 0),
    marks: BUDGET.marks - bare.reduce((sum, line) => sum + marksIn(line), 0),
  });
}
