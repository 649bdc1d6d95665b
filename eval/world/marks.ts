// How each article writes its quotation marks. The sources all use “ ” outside, ‘ ’ inside and ' for apostrophes,
// which can never be confused; the articles get the marks their newsroom would have printed.

export type Marks = Readonly<Record<'“' | '”' | '‘' | '’' | "'", string>>;

export const MARKS: Readonly<Record<string, Marks>> = {
  curly: { '“': '“', '”': '”', '‘': '‘', '’': '’', "'": '’' },
  british: { '“': '‘', '”': '’', '‘': '“', '’': '”', "'": '’' },
  straight: { '“': '"', '”': '"', '‘': "'", '’': "'", "'": "'" },
  'british-straight': { '“': "'", '”': "'", '‘': '"', '’': '"', "'": "'" },
  low: { '“': '„', '”': '“', '‘': '‚', '’': '‘', "'": '’' },
  guillemets: { '“': '«\u00a0', '”': '\u00a0»', '‘': '“', '’': '”', "'": '’' },
};
