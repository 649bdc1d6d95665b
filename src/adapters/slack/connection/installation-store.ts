import type { Installation, InstallationQuery, InstallationStore } from '@slack/bolt';
import type { SecretStore } from '#core/ports';

/** Bolt’s store of who has let the app in, with a way to forget. */
export interface SlackInstallationStore extends InstallationStore {
  /** Whoever has let the app in, for a workspace or for its organisation; undefined where nobody has. */
  find(query: InstallationQuery<boolean>): Promise<Installation | undefined>;
  deleteInstallation(query: InstallationQuery<boolean>): Promise<void>;
  /** Forgets whoever handed over this token: the workspace that a request came from, or its organisation. */
  deleteToken(query: InstallationQuery<boolean>, token: string | undefined): Promise<void>;
}

/** Nobody there has let the app in, or they have taken it out again. */
export class NotInstalledError extends Error {
  override readonly name = 'NotInstalled';
}

/** Slack has let the app in, but without a bot. */
export class MissingBotTokenError extends Error {
  override readonly name = 'NoToken';
}

/** The workspaces and organisations that have let the app in, with the bot’s token for each: kept in the vault. */
export function makeInstallationStore(vault: SecretStore): SlackInstallationStore {
  const read = async (key: string | undefined): Promise<Installation | undefined> => {
    const kept = key === undefined ? undefined : await vault.get(key);
    return kept === undefined ? undefined : (JSON.parse(kept) as Installation);
  };
  // A workspace may have been let in by its organisation, which its requests do not always say.
  const find: SlackInstallationStore['find'] = async ({ isEnterpriseInstall, teamId, enterpriseId }) =>
    (await read(keyOf(isEnterpriseInstall, teamId, enterpriseId))) ?? read(keyOf(true, undefined, enterpriseId));
  return {
    find,
    async storeInstallation(installation) {
      const key = keyOf(installation.isEnterpriseInstall ?? false, installation.team?.id, installation.enterprise?.id);
      if (key === undefined) throw new MissingBotTokenError('neither a workspace nor an organisation');
      if (!installation.bot?.token) throw new MissingBotTokenError('no bot token');
      // Nobody is asked for a token of their own; should one come, it is not kept.
      const { token: _, refreshToken: __, ...user } = installation.user;
      await vault.set(key, JSON.stringify({ ...installation, user: { ...user, token: undefined } }));
    },
    async fetchInstallation(query) {
      const found = await find(query);
      if (!found) throw new NotInstalledError('This workspace has not let the app in.');
      return found;
    },
    async deleteInstallation({ isEnterpriseInstall, teamId, enterpriseId }) {
      const key = keyOf(isEnterpriseInstall, teamId, enterpriseId);
      if (key !== undefined) await vault.delete(key);
    },
    async deleteToken({ teamId, enterpriseId }, token) {
      for (const key of [keyOf(false, teamId, undefined), keyOf(true, undefined, enterpriseId)]) {
        if (key !== undefined && (await read(key))?.bot?.token === token) await vault.delete(key);
      }
    },
  };
}

const keyOf = (organisation: boolean, team: string | undefined, enterprise: string | undefined): string | undefined => {
  if (organisation) return enterprise === undefined ? undefined : `slack/enterprise/${enterprise}`;
  return team === undefined ? undefined : `slack/team/${team}`;
};
