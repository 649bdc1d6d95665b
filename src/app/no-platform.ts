import { platforms } from '#platforms';

/** The terminal output if no platform is configured. */
export const noPlatformNotice = (): string =>
  `No chat platform is configured: npm run setup says how. The settings go into .env: ${platforms
    .map(({ name, requirement }) => `${requirement} for ${name}`)
    .join(', ')}.`;
