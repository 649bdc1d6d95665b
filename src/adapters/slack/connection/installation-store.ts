import type { Installation, InstallationQuery, InstallationStore } from '@slack/bolt';
import type { SecretStore } from '#core/ports';

/** Bolt’s installation store, extended with deletion. */
export interface SlackInstallationStore extends InstallationStore {
  /** The installation of a workspace, or of its organisation; undefined if there is none. */
  find(query: InstallationQuery<boolean>): Promise<StoredInstallation | undefined>;
  deleteInstallation(query: InstallationQuery<boolean>): Promise<void>;
  /** Deletes the installation with this token: of the workspace that a request came from, or of its organisation. */
  deleteToken(query: InstallationQuery<boolean>, token: string | undefined): Promise<void>;
}

/** Bolt’s installation with its time in milliseconds since 1970, UTC; absent if made by an earlier version. */
export type StoredInstallation = Installation & { readonly installedAt?: number };

interface Options {
  /** Milliseconds since 1970, UTC. */
  readonly now: () => number;
  /** `isNew`: the app was not installed there before. */
  readonly onInstalled: (installation: Installation, isNew: boolean) => void;
}

/** The app is not installed there, or no longer is. */
export class NotInstalledError extends Error {
  override readonly name = 'NotInstalled';
}

/** The app is installed without a bot token. */
export class MissingBotTokenError extends Error {
  override readonly name = 'NoToken';
}

/** Stores the installations of workspaces and organisations with their bot tokens, encrypted. */
export function makeInstallationStore(secrets: SecretStore, { now, onInstalled }: Options): SlackInstallationStore {
  const read = async (key: string | undefined): Promise<StoredInstallation | undefined> => {
    const kept = key === undefined ? undefined : await secrets.get(key);
    return kept === undefined ? undefined : (JSON.parse(kept) as StoredInstallation);
  };
  // The organisation may have installed the app for the workspace, which its requests do not always state.
  const find: SlackInstallationStore['find'] = async ({ isEnterpriseInstall, teamId, enterpriseId }) =>
    (await read(keyOf(isEnterpriseInstall, teamId, enterpriseId))) ?? read(keyOf(true, undefined, enterpriseId));
  return {
    find,
    async storeInstallation(installation) {
      const key = keyOf(installation.isEnterpriseInstall ?? false, installation.team?.id, installation.enterprise?.id);
      if (key === undefined) throw new MissingBotTokenError('neither a workspace nor an organisation');
      if (!installation.bot?.token) throw new MissingBotTokenError('no bot token');
      // User tokens are not requested; if one is returned, it is not stored.
      const { token: _, refreshToken: __, ...user } = installation.user;
      const stored: StoredInstallation = { ...installation, user: { ...user, token: undefined }, installedAt: now() };
      const isNew = (await secrets.get(key)) === undefined;
      await secrets.set(key, JSON.stringify(stored));
      onInstalled(installation, isNew);
    },
    async fetchInstallation(query) {
      const found = await find(query);
      if (!found) throw new NotInstalledError('the app is not installed in this workspace');
      return found;
    },
    async deleteInstallation({ isEnterpriseInstall, teamId, enterpriseId }) {
      const key = keyOf(isEnterpriseInstall, teamId, enterpriseId);
      if (key !== undefined) await secrets.delete(key);
    },
    async deleteToken({ teamId, enterpriseId }, token) {
      for (const key of [keyOf(false, teamId, undefined), keyOf(true, undefined, enterpriseId)]) {
        if (key !== undefined && (await read(key))?.bot?.token === token) await secrets.delete(key);
      }
    },
  };
}

const keyOf = (organisation: boolean, team: string | undefined, enterprise: string | undefined): string | undefined => {
  if (organisation) return enterprise === undefined ? undefined : `slack/enterprise/${enterprise}`;
  return team === undefined ? undefined : `slack/team/${team}`;
};
