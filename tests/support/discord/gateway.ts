import { EventEmitter } from 'node:events';
import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import { snowflake } from './payloads.ts';

/** https://discord.com/developers/docs/events/gateway#gateway-intents */
export const INTENTS = { guilds: 1 << 0, guildMessages: 1 << 9, directMessages: 1 << 12 } as const;
const PRIVILEGED = (1 << 1) | (1 << 8) | (1 << 15);
const KNOWN_INTENTS = (1 << 26) - 1;

/** https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway */
const OP = { dispatch: 0, heartbeat: 1, identify: 2, resume: 6, reconnect: 7, invalid: 9, hello: 10, ack: 11 } as const;
const CLOSE = { notAuthenticated: 4003, badToken: 4004, invalidIntents: 4013, disallowedIntents: 4014 } as const;

interface Packet {
  readonly op: number;
  readonly d: unknown;
  readonly s?: number;
  readonly t?: string;
}

interface Session {
  readonly id: string;
  readonly shard: number;
  readonly intents: number;
  readonly sent: Packet[];
  socket: WebSocket | undefined;
}

interface Needs {
  readonly http: Server;
  readonly shards: number;
  /** Whether the token is currently valid. */
  readonly accepts: (token: string) => boolean;
  /** The fields of READY that do not depend on the session. */
  readonly ready: () => Readonly<Record<string, unknown>>;
  readonly guilds: () => readonly { readonly id: string }[];
}

/** The loopback gateway: sessions identify, receive events in order, drop and resume. */
export class Gateway {
  /** A log of `identify`, `ready`, `resume` and `close`, each with its shard or close code. */
  readonly happened = new EventEmitter();
  readonly #sessions = new Map<string, Session>();
  readonly #needs: Needs;
  readonly #server: WebSocketServer;
  /** The privileged intents enabled for the application. */
  allowed = 0;
  /** The close code for every identify, if set. */
  refusing: number | undefined;
  /** Every identify, with its intents. */
  readonly identified: number[] = [];

  constructor(needs: Needs) {
    this.#needs = needs;
    this.#server = new WebSocketServer({ server: needs.http });
    this.#server.on('connection', (socket) => this.#welcome(socket));
  }

  get connections(): number {
    return this.#server.clients.size;
  }

  /** Sends an event to the shard of its guild (shard 0 for direct messages), and stores it for a resume. */
  dispatch(t: string, d: unknown, guild?: string, intent = 0): void {
    const shard = guild === undefined ? 0 : Number((BigInt(guild) >> 22n) % BigInt(this.#needs.shards));
    for (const session of this.#sessions.values()) {
      if (session.shard === shard && (session.intents & intent) === intent) this.#tell(session, t, d);
    }
  }

  /** Asks every client to reconnect and resume (op 7). */
  askToReconnect(): void {
    for (const socket of this.#server.clients) send(socket, { op: OP.reconnect, d: null });
  }

  /** Closes every connection, with or without a close code. */
  drop(code?: number): void {
    for (const socket of this.#server.clients) {
      if (code === undefined) socket.terminate();
      else socket.close(code);
    }
  }

  /** Invalidates all sessions: a resume is answered with op 9. */
  forget(): void {
    this.#sessions.clear();
  }

  async close(): Promise<void> {
    this.drop();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  #welcome(socket: WebSocket): void {
    let session: Session | undefined;
    send(socket, { op: OP.hello, d: { heartbeat_interval: 41_250 } });
    socket.on('message', (data) => {
      const { op, d } = JSON.parse(data.toString()) as { op: number; d: Identify & Resume };
      if (op === OP.heartbeat) send(socket, { op: OP.ack, d: null });
      else if (op === OP.identify) session = this.#identify(socket, d);
      else if (op === OP.resume) session = this.#resume(socket, d);
      else if (!session) socket.close(CLOSE.notAuthenticated);
    });
    socket.on('close', (code) => {
      if (session?.socket === socket) session.socket = undefined;
      // A client that closes with 1000 or 1001 ends its session; with other codes it can resume.
      if (session && (code === 1000 || code === 1001)) this.#sessions.delete(session.id);
      this.happened.emit('close', code);
    });
  }

  #identify(socket: WebSocket, { token, intents, shard = [0, 1] }: Identify): Session | undefined {
    const refused = this.#refusal(token, intents);
    this.identified.push(intents);
    this.happened.emit('identify', shard[0]);
    if (refused !== undefined) {
      socket.close(refused);
      return undefined;
    }
    const session: Session = { id: snowflake(), shard: shard[0], intents, sent: [], socket };
    this.#sessions.set(session.id, session);
    const guilds = this.#needs.guilds();
    this.#tell(session, 'READY', {
      ...this.#needs.ready(),
      v: 10,
      session_id: session.id,
      shard,
      guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
    });
    if (intents & INTENTS.guilds) for (const server of guilds) this.#tell(session, 'GUILD_CREATE', server);
    this.happened.emit('ready', shard[0]);
    return session;
  }

  #refusal(token: string, intents: number): number | undefined {
    if (this.refusing !== undefined) return this.refusing;
    if (!this.#needs.accepts(token)) return CLOSE.badToken;
    if (!Number.isInteger(intents) || (intents & ~KNOWN_INTENTS) !== 0) return CLOSE.invalidIntents;
    return (intents & PRIVILEGED & ~this.allowed) === 0 ? undefined : CLOSE.disallowedIntents;
  }

  #resume(socket: WebSocket, { token, session_id, seq }: Resume): Session | undefined {
    const session = this.#sessions.get(session_id);
    if (!this.#needs.accepts(token)) socket.close(CLOSE.badToken);
    else if (!session) send(socket, { op: OP.invalid, d: false });
    else {
      session.socket = socket;
      for (const packet of session.sent.slice(seq)) send(socket, packet);
      this.#tell(session, 'RESUMED', {});
      this.happened.emit('resume', session.shard);
    }
    return session;
  }

  #tell(session: Session, t: string, d: unknown): void {
    const packet = { op: OP.dispatch, t, d, s: session.sent.length + 1 };
    session.sent.push(packet);
    if (session.socket) send(session.socket, packet);
  }
}

interface Identify {
  readonly token: string;
  readonly intents: number;
  readonly shard?: readonly [number, number];
}

interface Resume {
  readonly token: string;
  readonly session_id: string;
  readonly seq: number;
}

const send = (socket: WebSocket, packet: Packet): void => {
  if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(packet));
};
