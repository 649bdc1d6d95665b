import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import { makeInbox } from '../inbox.ts';

export type Kind = 'slash_commands' | 'interactive' | 'events_api';

/** The server side of Socket Mode. */
export interface Socket {
  /** The URL from `apps.connections.open`, valid for one connection. */
  url(): string;
  /** Resolves when the next client has received `hello`. */
  greeted(): Promise<void>;
  /** Sends an envelope over the newest connection; resolves with the payload of its acknowledgement. */
  deliver(
    kind: Kind,
    payload: object,
    again?: { readonly retry_attempt: number; readonly retry_reason: string },
  ): Promise<unknown>;
  /** Sends a raw frame. */
  raw(frame: string): void;
  /** Asks the client to reconnect, as Slack does every few hours. */
  refresh(): void;
  /** Terminates the connection without a close frame. */
  drop(): void;
  /** The number of open connections. */
  open(): number;
  close(): void;
}

export function makeSocket(server: Server, base: string): Socket {
  const sockets = new WebSocketServer({ server, path: '/link' });
  const connections: WebSocket[] = [];
  const greetings = makeInbox<void>();
  const acks = new Map<string, (payload: unknown) => void>();
  let last = 0;
  sockets.on('connection', (connection) => {
    connections.push(connection);
    connection.on('error', () => {});
    connection.on('close', () => void connections.splice(connections.indexOf(connection), 1));
    connection.on('message', (data) => {
      const { envelope_id, payload } = JSON.parse(`${data}`) as { envelope_id: string; payload?: unknown };
      acks.get(envelope_id)?.(payload);
      acks.delete(envelope_id);
    });
    connection.send(
      JSON.stringify({ type: 'hello', num_connections: connections.length, connection_info: { app_id: 'A1' } }),
    );
    greetings.add();
  });
  const newest = (): WebSocket => {
    const connection = connections.at(-1);
    if (!connection) throw new Error('Nobody is connected.');
    return connection;
  };
  return {
    url: () => `${base}/?ticket=${++last}`.replace('/link/?', '/link?'),
    greeted: () => greetings.next(),
    deliver(kind, payload, again) {
      const { promise, resolve } = Promise.withResolvers<unknown>();
      const envelope_id = `envelope-${++last}`;
      acks.set(envelope_id, resolve);
      const accepts_response_payload = kind !== 'events_api';
      newest().send(JSON.stringify({ envelope_id, type: kind, accepts_response_payload, payload, ...again }));
      return promise;
    },
    raw: (frame) => newest().send(frame),
    refresh: () => newest().send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested', debug_info: {} })),
    drop: () => newest().terminate(),
    open: () => connections.length,
    close() {
      for (const connection of [...connections]) connection.terminate();
      sockets.close();
    },
  };
}
