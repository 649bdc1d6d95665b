import {
  ADDRESSEE_VERBS,
  CLAUSE_VERBS,
  IRREGULAR,
  OBJECT_VERBS,
  PREPOSITION_VERBS,
  TO_VERBS,
  UNAMBIGUOUS_VERBS,
} from '../words/reporting-verbs.ts';

export type Form = 'base' | 'third' | 'past' | 'ing';

/** A reporting verb in one of its forms, with what may follow it. */
export interface ReportingVerb {
  readonly lemma: string;
  readonly form: Form;
  readonly clause: boolean;
  readonly unambiguous: boolean;
  readonly addressee: boolean;
  readonly object: boolean;
  readonly to: boolean;
  readonly prepositions: ReadonlySet<string>;
}

const words = (list: string): string[] => list.split(/\s+/).filter(Boolean);
const NONE: ReadonlySet<string> = new Set();

/** Doubled final consonants, derived from the list of irregular forms: “planning” from “planned”. */
function doubled(lemma: string): string | undefined {
  const past = IRREGULAR[lemma]?.split(' ')[0];
  const last = lemma.at(-1) ?? '';
  return past?.startsWith(lemma + last) ? lemma + last : undefined;
}

function past(lemma: string): string[] {
  const irregular = IRREGULAR[lemma];
  if (irregular) return words(irregular);
  if (lemma.endsWith('e')) return [`${lemma}d`];
  if (/[^aeiou]y$/.test(lemma)) return [`${lemma.slice(0, -1)}ied`];
  return [`${lemma}ed`];
}

function third(lemma: string): string {
  if (/(?:s|x|ch|sh|z)$/.test(lemma)) return `${lemma}es`;
  if (/[^aeiou]y$/.test(lemma)) return `${lemma.slice(0, -1)}ies`;
  return `${lemma}s`;
}

function participle(lemma: string): string {
  if (lemma === 'lie') return 'lying';
  if (lemma.endsWith('e') && !/[eo]e$/.test(lemma)) return `${lemma.slice(0, -1)}ing`;
  return `${doubled(lemma) ?? lemma}ing`;
}

function table(): ReadonlyMap<string, ReportingVerb> {
  const sets = [CLAUSE_VERBS, UNAMBIGUOUS_VERBS, ADDRESSEE_VERBS, OBJECT_VERBS, TO_VERBS].map(
    (list) => new Set(words(list)),
  );
  const [clause = NONE, unambiguous = NONE, addressee = NONE, object = NONE, to = NONE] = sets;
  const lemmas = new Set([...sets.flatMap((set) => [...set]), ...Object.keys(PREPOSITION_VERBS)]);
  const forms = new Map<string, ReportingVerb>();
  for (const lemma of lemmas) {
    const verb = {
      lemma,
      clause: clause.has(lemma),
      unambiguous: unambiguous.has(lemma),
      addressee: addressee.has(lemma),
      object: object.has(lemma),
      to: to.has(lemma),
      prepositions: new Set(words(PREPOSITION_VERBS[lemma] ?? '')),
    };
    const put = (text: string, form: Form): void => {
      if (!forms.has(text)) forms.set(text, { ...verb, form });
    };
    for (const text of past(lemma)) put(text, 'past');
    put(third(lemma), 'third');
    put(participle(lemma), 'ing');
    put(lemma, 'base');
  }
  return forms;
}

const FORMS = table();

/** The reporting verb that a lower-case word is a form of, or undefined. */
export const reportingVerb = (word: string): ReportingVerb | undefined => FORMS.get(word);
