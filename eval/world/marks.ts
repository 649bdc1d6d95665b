// The quotation marks of each article. The sources all use “ ” outside, ‘ ’ inside and ' for apostrophes,
// which are unambiguous; the articles get the marks that their newsroom would print.

export type Marks = Readonly<Record<'“' | '”' | '‘' | '’' | "'", string>>;

export const MARKS: Readonly<Record<string, Marks>> = {
  curly: { '“': '“', '”': '”', '‘': '‘', '’': '’', "'": '’' },
  british: { '“': '‘', '”': '’', '‘': '“', '’': '”', "'": '’' },
  straight: { '“': '"', '”': '"', '‘': "'", '’': "'", "'": "'" },
  'british-straight': { '“': "'", '”': "'", '‘': '"', '’': '"', "'": "'" },
  low: { '“': '„', '”': '“', '‘': '‚', '’': '‘', "'": '’' },
  guillemets: { '“': '«\u00a0', '”': '\u00a0»', '‘': '“', '’': '”', "'": '’' },
};
