/** A command as the user called it, independent of the platform. */
export interface Invocation {
  readonly command: string;
  /** Only options of the command, with their values; a flag that is set is `yes`. */
  readonly options: Readonly<Record<string, string>>;
}
