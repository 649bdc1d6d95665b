import { sameName } from '../eval/names.ts';
import { overlap } from '../eval/spans.ts';
import { type ModelFile, readModel } from '../src/briefing/models/model.ts';
import { probability } from '../src/briefing/models/score.ts';
import { evidenceHashes, evidenceOf } from '../src/briefing/quote-sources/confidence.ts';
import { decideBy, rankQuotations } from '../src/briefing/quote-sources/rank.ts';
import { FOLDS, foldsOf, outletOf } from './folds.ts';
import { type LogisticOptions, trainClassifier } from './logistic.ts';
import { NAMED, type ReadArticle, rankerOf, readQuotations } from './quote-sources.ts';
import { toModelFile } from './weights.ts';

/** A speaker named for quoted spans of an outlet that is not in the training data. */
interface Judged {
  readonly outlet: string;
  readonly features: Int32Array;
  /** Whether the name is correct; undefined if none was given. */
  readonly right: boolean | undefined;
  /** The number of quoted spans it is given for. */
  readonly spans: number;
}

const OPTIONS: LogisticOptions = { bits: 10, epochs: 20, seed: 3, rate: 0.1, l2: 3e-2 };

export async function trainConfidence(corpora: string): Promise<ModelFile> {
  const judged = await judgeUnseen(corpora);
  await report(corpora, judged);
  return calibratorOf(judged);
}

function calibratorOf(judged: readonly Judged[]): ModelFile {
  const examples = judged.flatMap(({ features, right, spans }) =>
    right === undefined ? [] : [{ features, label: Number(right), weight: Math.min(2, spans) }],
  );
  return toModelFile(trainClassifier(examples, ['wrong', 'right'], OPTIONS));
}

/** Names the speakers of each outlet with a ranker trained on the others. */
async function judgeUnseen(corpora: string): Promise<Judged[]> {
  const others = await readQuotations(corpora, 'polnear-train');
  const named = await readQuotations(corpora, NAMED);
  const { foldOf } = await foldsOf(corpora);
  const judged: Judged[] = [];
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const isUnseen = ({ document }: ReadArticle): boolean => foldOf(document.id) === fold;
    const ranker = readModel(rankerOf([...others, ...named.filter((article) => !isUnseen(article))]));
    for (const article of named.filter(isUnseen)) {
      let before: number | undefined;
      for (const quotation of rankQuotations(article.context, decideBy(ranker))) {
        const evidence = evidenceOf(quotation, before);
        const item = judge(article, quotation.site.attribution.quotes, evidence.entity?.name);
        before = quotation.choice.probability;
        if (item) judged.push({ ...item, features: evidenceHashes(article.context, evidence) });
      }
    }
  }
  return judged;
}

function judge(
  { document, context }: ReadArticle,
  quotes: readonly { readonly inner: { readonly start: number; readonly end: number } }[],
  name: string | undefined,
): Omit<Judged, 'features'> | undefined {
  const labels = quotes.flatMap(({ inner }) => {
    const { start, end } = context.reading.toArticle(inner);
    const label = document.gold.quoted.find(
      (other) => overlap([[start, end]], [[other.start, other.end]]) > 0.5 * (end - start),
    );
    return label?.speech && label.speaker ? [{ ...label, name: label.speaker }] : [];
  });
  const [first] = labels;
  if (!first) return undefined;
  const right = name === undefined ? undefined : sameName(name, first);
  return { outlet: outletOf(document.id), right, spans: labels.length };
}

/** Prints how often speakers of unseen outlets are correct, wrong and not named, by threshold. */
export async function crossValidate(corpora: string): Promise<void> {
  await report(corpora, await judgeUnseen(corpora));
}

async function report(corpora: string, judged: readonly Judged[]): Promise<void> {
  const { foldOf } = await foldsOf(corpora);
  const scored = judged.map((quotation) => ({ ...quotation, confidence: 0 }));
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const model = readModel(calibratorOf(judged.filter(({ outlet }) => foldOf(outlet) !== fold)));
    for (const quotation of scored)
      if (foldOf(quotation.outlet) === fold) quotation.confidence = probability(model, quotation.features);
  }
  const total = scored.reduce((sum, { spans }) => sum + spans, 0);
  const share = (kept: typeof scored): string =>
    `${((100 * kept.reduce((sum, { spans }) => sum + spans, 0)) / total).toFixed(1)} %`.padStart(8);
  console.log(`${total} quoted spans with a named speaker, each outlet unseen\nthreshold   right   wrong  silent`);
  for (const threshold of [0, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95]) {
    const given = scored.filter(({ right, confidence }) => right !== undefined && confidence >= threshold);
    const rest = scored.filter((quotation) => !given.includes(quotation));
    const [right, wrong] = [
      given.filter((quotation) => quotation.right),
      given.filter((quotation) => !quotation.right),
    ];
    console.log(`${threshold.toFixed(2).padEnd(9)}${share(right)}${share(wrong)}${share(rest)}`);
  }
}
