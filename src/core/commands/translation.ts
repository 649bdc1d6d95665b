/** The name to type and the description in one language. */
export interface LocalizedName {
  /** Lower case where the script has cases, `^[-_\p{L}\p{N}]{1,32}$`. */
  readonly name: string;
  /** 1 to 100 characters. */
  readonly description: string;
}

export interface LocalizedOption extends LocalizedName {
  /** The names of choices by their English name, 1 to 100 characters. */
  readonly choices?: Readonly<Record<string, string>>;
}

/** For a member of a group, the name translates the second word. */
export interface LocalizedCommand extends LocalizedName {
  /** By the option's English name. */
  readonly options: Readonly<Record<string, LocalizedOption>>;
}

/** The names of commands, options and menu entries in one language. */
export interface Translation {
  /** By the command's English name. */
  readonly commands: Readonly<Record<string, LocalizedCommand>>;
  /** By the first word of a group, in English. */
  readonly commandGroups?: Readonly<Record<string, LocalizedName>>;
  /** The entry in a message's menu: `Brief this`, 1 to 32 characters. */
  readonly briefThis: string;
}

/** By BCP 47 primary tag: `ko`. English is part of the commands. */
export type Translations = Readonly<Record<string, Translation>>;
