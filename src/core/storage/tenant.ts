/** The owner of a row: a workspace, a server or a conversation. No query returns rows of another tenant. */
export interface Tenant {
  readonly platform: string;
  readonly workspace: string;
}
