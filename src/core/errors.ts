/** Something the person asking can mend. The message is shown as written: what is wrong, and what to do. */
export class UserError extends Error {
  override readonly name = 'UserError';
}
