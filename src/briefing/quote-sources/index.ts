import type { Span } from '#core/span';
import type { SourceMention } from '../coreference/source.ts';
import { lazyModel, type ModelFile } from '../models/model.ts';
import weights from '../models/weights/quote-sources.json' with { type: 'json' };
import type { ArticleContext } from './article-context.ts';
import { decideBy, type RankedQuotation, rankQuotations } from './rank.ts';

const model = lazyModel(weights satisfies ModelFile);

/** Whose words each attribution gives: those in quotation marks as the model decides, the others by their own cue. */
export interface ChosenSources {
  /** One for each attribution, in the same order. */
  readonly sources: readonly SourceMention[];
  /** By attribution: its quotation with all that may speak it; none for one without quotation marks. */
  readonly quotations: ReadonlyMap<number, RankedQuotation>;
}

export function chooseSources(context: ArticleContext): ChosenSources {
  const ranked = rankQuotations(context, decideBy(model()));
  const sources = context.found.map(
    ({ source, content }): SourceMention => ({ content, ...(source && { span: source }) }),
  );
  /** Where the speaker of an attribution is named, for those that go on from another. */
  const named = new Map<number, number>();
  let before: number | undefined;
  for (const { site, choice } of ranked) {
    const content = context.found[site.index]?.content ?? [];
    const { kind, mention, span } = choice.candidate;
    const same = kind === 'previous' && before !== undefined ? named.get(before) : undefined;
    named.set(site.index, same ?? site.index);
    before = site.index;
    if (same !== undefined) sources[site.index] = { content, sameAs: same };
    else if (kind === 'none' || !span) sources[site.index] = { content };
    else if (mention !== undefined)
      sources[site.index] = { content, mention, span: sourceSpan(context, site.index, mention, span) };
  }
  return { sources, quotations: new Map(ranked.map((quotation) => [quotation.site.index, quotation])) };
}

/** The words of a cue's own subject, with all that belongs to it; else those of the mention. */
const sourceSpan = ({ sourceMentions, found }: ArticleContext, index: number, mention: number, span: Span): Span =>
  (sourceMentions[index] === mention ? found[index]?.source : undefined) ?? span;
