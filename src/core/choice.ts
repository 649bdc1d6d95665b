/** A value offered while somebody types: what is shown and what is filled in. */
export interface Choice {
  readonly label: string;
  readonly value: string;
}
