/** An autocomplete choice: the label shown and the value filled in. */
export interface Choice {
  readonly label: string;
  readonly value: string;
}
