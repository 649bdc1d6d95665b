/** What the operator of the process tells users. */
export interface Operator {
  /** Where users ask for help, and where the terms are: addresses of pages, or `mailto:` links. */
  readonly support?: string;
  readonly terms?: string;
  /** The page with the whole privacy policy. */
  readonly privacy?: string;
  /** Days for which the data of a workspace is kept that has removed Onrecord. */
  readonly retentionDays: number;
}
