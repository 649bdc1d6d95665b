/** Whose a row is: a workspace, a server, a conversation. No query crosses that line. */
export interface Tenant {
  readonly platform: string;
  readonly workspace: string;
}
