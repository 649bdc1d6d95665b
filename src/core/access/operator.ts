/** Information that the operator gives users. */
export interface Operator {
  /** The support address and the terms: URLs of pages, or `mailto:` links. */
  readonly support?: string;
  readonly terms?: string;
  /** The URL of the full privacy policy. */
  readonly privacy?: string;
  /** Days for which the data of a workspace is kept after it removed Onrecord. */
  readonly retentionDays: number;
}
