import { platforms } from '#platforms';

/** What the terminal says where no platform is configured. */
export const noPlatformNotice = (): string =>
  `No chat platform is configured: npm run setup says how. The settings go into .env: ${platforms
    .map(({ name, requirement }) => `${requirement} for ${name}`)
    .join(', ')}.`;
