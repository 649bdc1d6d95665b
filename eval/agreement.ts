/** A reader's judgements of one article, by column of the table; see eval/reading/README.md. */
type Judgements = Readonly<Record<string, string>>;

/** How often two readers gave the same answer to one question, and how far that is above chance. */
export interface Agreement {
  readonly question: string;
  /** The number of articles that both readers judged. */
  readonly articles: number;
  readonly same: number;
  /** Cohen's kappa; undefined where both readers gave one and the same answer throughout. */
  readonly kappa: number | undefined;
}

type Question = readonly [question: string, answer: (judgements: Judgements) => string | undefined];

/** Counts of lines are compared as all of them right, or not all; an article without such lines is left out. */
const QUESTIONS: readonly Question[] = [
  ['forward', ({ forward }) => forward],
  ['what’s new', ({ new: whatsNew }) => whatsNew],
  ...(['points', 'quotations', 'rows', 'stances', 'sides'] as const).map(
    (column): Question => [`all ${column} right`, (judgements) => allOf(judgements[column])],
  ),
];

/** How far two readers' tables of judgements (tab-separated, with a header) agree, question by question. */
export function agreementOf(first: string, second: string): Agreement[] {
  const others = new Map(readJudgements(second).map((judgements) => [judgements.article, judgements]));
  const pairs = readJudgements(first).flatMap((judgements) => {
    const other = others.get(judgements.article);
    return other ? [[judgements, other] as const] : [];
  });
  return QUESTIONS.map(([question, answer]) => {
    const answers = pairs.flatMap(([one, other]) => {
      const [a, b] = [answer(one), answer(other)];
      return a !== undefined && b !== undefined ? [[a, b] as const] : [];
    });
    return { question, articles: answers.length, same: countSame(answers), kappa: kappaOf(answers) };
  });
}

/** The agreement as lines of a table. */
export function showAgreement(agreements: readonly Agreement[]): string {
  const lines = agreements.map(({ question, articles, same, kappa }) => {
    const percent = articles === 0 ? 'none' : `${Math.round((100 * same) / articles)} %`;
    return [question.padEnd(22), `${same}/${articles}`.padEnd(8), percent.padEnd(7), kappa?.toFixed(2) ?? '-'];
  });
  return [['question'.padEnd(22), 'same'.padEnd(8), ''.padEnd(7), 'kappa'], ...lines]
    .map((cells) => cells.join('').trimEnd())
    .join('\n');
}

function readJudgements(table: string): Judgements[] {
  const [header = '', ...rows] = table.split('\n').filter((line) => line.trim() !== '');
  const columns = header.split('\t');
  return rows.map((row) => {
    const cells = row.split('\t');
    return Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? '']));
  });
}

/** “2/3” is not all; “0/0” is no answer. */
function allOf(count: string | undefined): string | undefined {
  const [right, total] = (count ?? '').split('/').map(Number);
  if (!total) return undefined;
  return right === total ? 'all' : 'not all';
}

type Answers = readonly (readonly [first: string, second: string])[];

const countSame = (answers: Answers): number => answers.filter(([a, b]) => a === b).length;

function kappaOf(answers: Answers): number | undefined {
  const total = answers.length;
  const share = (reader: 0 | 1, answer: string) => answers.filter((pair) => pair[reader] === answer).length / total;
  const chance = [...new Set(answers.flat())].reduce((sum, answer) => sum + share(0, answer) * share(1, answer), 0);
  return total === 0 || chance === 1 ? undefined : (countSame(answers) / total - chance) / (1 - chance);
}
