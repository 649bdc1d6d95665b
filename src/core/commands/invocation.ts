/** A command as the user called it, independent of the platform. */
export interface Invocation {
  readonly command: string;
  /** Only options the command has, each with what was given; a flag given is `yes`. */
  readonly options: Readonly<Record<string, string>>;
}
