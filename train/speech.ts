import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Labelled, readGold } from '../eval/gold.ts';
import { overlap } from '../eval/spans.ts';
import { findAttributions } from '../src/briefing/attributions/index.ts';
import { unitsOf } from '../src/briefing/attributions/units.ts';
import { findMentions } from '../src/briefing/mentions/index.ts';
import { tokenise } from '../src/briefing/mentions/tokens.ts';
import type { ModelFile } from '../src/briefing/models/model.ts';
import { normalise } from '../src/briefing/normalise.ts';
import { pairMarks } from '../src/briefing/quotes/marks.ts';
import { isNamed } from '../src/briefing/quotes/naming-features.ts';
import { hashesOfSite, isCertain } from '../src/briefing/quotes/speech.ts';
import type { QuotedSite } from '../src/briefing/quotes/speech-features.ts';
import { segment } from '../src/briefing/segment.ts';
import { readArticle } from '../src/library/index.ts';
import { outletOf } from './folds.ts';
import { type LabelledExample, type LogisticOptions, trainClassifier } from './logistic.ts';
import { toModelFile } from './weights.ts';

/** A quoted span as a training example. */
interface SpeechExample extends LabelledExample {
  readonly outlet: string;
}

const OPTIONS: LogisticOptions = { bits: 16, epochs: 8, seed: 7, rate: 0.1, l2: 5e-3 };
/** The weight of a manually judged span relative to one inside a labelled attribution. */
const JUDGED_WEIGHT = 16;

export async function trainSpeech(corpora: string): Promise<ModelFile> {
  const examples = [
    ...(await speechExamples(join(corpora, 'polnear-train'), 1)),
    ...(await speechExamples(join(corpora, 'worldwide-quotes-train'), JUDGED_WEIGHT)),
  ];
  return toModelFile(trainClassifier(examples, ['none', 'speech'], OPTIONS));
}

/** All quoted spans of a labelled folder. An unlabelled span in single marks next to judged ones is no speech. */
async function speechExamples(folder: string, weight: number): Promise<SpeechExample[]> {
  const examples: SpeechExample[] = [];
  for (const document of readGold(folder)) {
    const reading = normalise(await readArticle(document.file, await readFile(document.file)));
    const sentences = segment(reading);
    const tokens = tokenise(reading, sentences);
    const units = unitsOf(reading, tokens, sentences, pairMarks(reading));
    findAttributions(reading, units, findMentions(tokens).mentions, (site) => {
      const speech = labelOf(document, site);
      if (speech === undefined) return false;
      if (isNamed(reading, site.quote) || isCertain(site)) return speech;
      examples.push({
        features: hashesOfSite(site),
        label: Number(speech),
        weight,
        outlet: outletOf(document.id),
      });
      return speech;
    });
  }
  return examples;
}

function labelOf({ gold }: Labelled, { reading, quote }: QuotedSite): boolean | undefined {
  const { start, end } = reading.toArticle(quote.inner);
  const label = gold.quoted.find((other) => overlap([[start, end]], [[other.start, other.end]]) > 0.5 * (end - start));
  if (label) return label.speech;
  const single = "'‘‚‹".includes(reading.text.charAt(quote.outer.start));
  return single && gold.quoted.length > 2 ? false : undefined;
}
