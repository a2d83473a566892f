/**
 * The simulated network. The chip's stack (NodeMCU's `net` module) talks to scripted peers of the run file;
 * nothing reaches the host's network. Every packet takes the network's latency of guest time,
 * and a TCP segment carries at most {@link SEGMENT_BYTES}.
 */
import type { EventClock } from './event-clock.js';
import { cyclesOf, ipv4, type Client, type Peer, type PeerStep, type RunFile } from './run-file.js';

/** Payload of a full TCP segment: lwIP's TCP_MSS in ESP-IDF's default configuration. */
export const SEGMENT_BYTES = 1440;

/** CONFIG_LWIP_TCP_SND_BUF_DEFAULT: bytes that the chip may have sent and not heard of. */
const SEND_BUFFER_BYTES = 5760;
/** CONFIG_ESP_WIFI_DYNAMIC_TX_BUFFER_NUM: datagrams that wait for the air. */
const DATAGRAMS_MAX = 32;
/** DNS_TABLE_SIZE of lwIP: names that are asked for at a time. */
const DNS_REQUESTS_MAX = 4;

/** What the chip's side of a connection hears. */
export interface ConnectionListener {
  connected?(): void;
  received?(data: Uint8Array): void;
  /** The peer has acknowledged everything that was sent so far. */
  sent?(): void;
  /** @param error - undefined for an orderly close, else lwIP's `err_t` (-14 reset, -6 refused or no answer). */
  closed?(error: number | undefined): void;
}

/** lwIP's error numbers as `net` passes them on. */
export const NetworkFault = { noRoute: -4, reset: -14, aborted: -13 } as const;

/** One TCP connection seen from the chip. */
export interface Connection {
  readonly peerAddress: string;
  readonly peerPort: number;
  readonly localPort: number;
  /** Whether both sides may speak. */
  readonly isOpen: boolean;
  /** Bytes that {@link Connection.send} takes now: the rest of the send buffer. */
  readonly room: number;
  /** Sends at most {@link Connection.room} bytes of an open connection. */
  send(data: Uint8Array): void;
  close(): void;
}

/** A scripted partner: walks its steps whenever data or time arrives. */
class Actor {
  #received = '';
  #step = 0;
  #echo = false;
  #sleeping = false;
  #done = false;

  constructor(
    private readonly steps: readonly PeerStep[],
    private readonly clock: EventClock,
    private readonly out: { send(data: Uint8Array): void; close(): void },
  ) {}

  data(data: Uint8Array): void {
    if (this.#echo) this.out.send(data);
    else if (this.#done || this.#step >= this.steps.length) return;
    else this.#received += Buffer.from(data).toString('latin1');
    this.run();
  }

  stop(): void {
    this.#done = true;
  }

  run(): void {
    while (!this.#done && !this.#sleeping && this.#step < this.steps.length) {
      const step = this.steps[this.#step]!;
      if ('wait' in step) {
        const at = this.#received.indexOf(step.wait);
        if (at < 0) {
          // Only a match that begins in the last characters can still come; a peer that talks for a day stays small.
          this.#received = this.#received.slice(-step.wait.length);
          return;
        }
        this.#received = this.#received.slice(at + step.wait.length);
      } else if ('send' in step) this.out.send(Buffer.from(step.send, 'latin1'));
      else if ('echo' in step) {
        this.#echo = true;
        if (this.#received) this.out.send(Buffer.from(this.#received, 'latin1'));
        this.#received = '';
      } else if ('close' in step) {
        this.#done = true;
        this.out.close();
        return;
      } else {
        this.#sleeping = true;
        this.clock.at(this.clock.now + cyclesOf(step.after, this.clock.hz)!, () => {
          this.#sleeping = false;
          this.run();
        });
      }
      this.#step++;
    }
  }
}

/** The network around one chip. */
export class SimulatedNetwork {
  /** One-way delay of a packet in cycles. */
  readonly latency: number;
  /** What NTP servers say it was at reset, in milliseconds from the epoch; undefined: nobody answers. */
  readonly ntpTime: number | undefined;
  readonly #dns: Map<string, string>;
  readonly #peers: readonly Peer[];
  readonly #servers = new Map<number, (connection: Connection) => ConnectionListener>();
  readonly #datagramPorts = new Map<number, (data: Uint8Array, port: number, address: string) => void>();
  readonly #datagramActors = new Map<string, Actor>();
  #nextPort = 49152;
  #requests = 0;
  #datagrams = 0;

  constructor(
    private readonly clock: EventClock,
    description: RunFile['network'] = {},
    /** The chip's own address. */
    readonly address = '192.168.4.1',
  ) {
    this.latency = cyclesOf(description.latency ?? '1ms', clock.hz)!;
    this.ntpTime = description.ntp === undefined ? undefined : Date.parse(description.ntp);
    this.#dns = new Map(Object.entries(description.dns ?? {}));
    this.#peers = description.peers ?? [];
    description.clients?.forEach((client, index) => this.#schedule(client, index));
  }

  /**
   * Resolves a host name after a round trip; the answer is `undefined` when nobody has that name.
   * @returns false when too many names are being asked for: there will be no answer.
   */
  resolve(name: string, answer: (address: string | undefined) => void): boolean {
    if (this.#requests >= DNS_REQUESTS_MAX) return false;
    this.#requests++;
    this.#later(() => {
      this.#requests--;
      answer(this.#lookup(name));
    }, 2);
    return true;
  }

  /** Opens a TCP connection from the chip. The listener hears `connected` or `closed` later, never at once. */
  connect(host: string, port: number, listener: ConnectionListener): Connection {
    const address = this.#lookup(host);
    const peer = address === undefined ? undefined : this.#peer('tcp', address, port);
    const connection = this.#pair(address ?? '0.0.0.0', port, this.#ephemeralPort(), listener);
    if (!peer || peer.script === 'refuse') {
      const fault = peer
        ? NetworkFault.reset
        : address === undefined
          ? NetworkFault.noRoute
          : NetworkFault.aborted;
      this.#later(() => connection.abort(fault), 2);
      return connection;
    }
    const script = peer.script ?? [];
    this.#later(() => connection.open(script), 2);
    return connection;
  }

  /**
   * Opens a TCP server on the chip.
   * @returns false when the port is taken.
   */
  listen(port: number, accept: (connection: Connection) => ConnectionListener): boolean {
    if (this.#servers.has(port)) return false;
    this.#servers.set(port, accept);
    return true;
  }

  /** Closes a TCP server. */
  unlisten(port: number): void {
    this.#servers.delete(port);
  }

  /** Opens a UDP port on the chip (0: any); returns the port, or undefined when it is taken. */
  bind(port: number, receive: (data: Uint8Array, port: number, address: string) => void): number | undefined {
    const bound = port === 0 ? this.#ephemeralPort() : port;
    if (this.#datagramPorts.has(bound)) return undefined;
    this.#datagramPorts.set(bound, receive);
    return bound;
  }

  /** Closes a UDP port. */
  unbind(port: number): void {
    this.#datagramPorts.delete(port);
    for (const key of this.#datagramActors.keys())
      if (key.endsWith(`:${port}`)) this.#datagramActors.delete(key);
  }

  /**
   * Sends a datagram from the chip's `localPort`; lost when nobody listens there.
   * @returns false when too many are on their way: it is not sent.
   */
  sendDatagram(localPort: number, host: string, port: number, data: Uint8Array): boolean {
    if (this.#datagrams >= DATAGRAMS_MAX) return false;
    const address = this.#lookup(host);
    const peer = address === undefined ? undefined : this.#peer('udp', address, port);
    if (address === undefined || !peer || peer.script === 'refuse') return true;
    const key = `${address}:${port}:${localPort}`;
    let actor = this.#datagramActors.get(key);
    if (!actor) {
      actor = new Actor(peer.script ?? [], this.clock, {
        send: (answer) => this.#later(() => this.#datagramPorts.get(localPort)?.(answer, port, address)),
        close: () => this.#datagramActors.delete(key),
      });
      this.#datagramActors.set(key, actor);
    }
    const copy = new Uint8Array(data);
    this.#datagrams++;
    this.#later(() => {
      this.#datagrams--;
      actor.data(copy);
    });
    return true;
  }

  #lookup(host: string): string | undefined {
    return ipv4(host) === undefined ? this.#dns.get(host) : host;
  }

  #peer(protocol: 'tcp' | 'udp', address: string, port: number): Peer | undefined {
    return this.#peers.find(
      (peer) =>
        (peer.protocol ?? 'tcp') === protocol && peer.port === port && this.#lookup(peer.host) === address,
    );
  }

  #ephemeralPort(): number {
    const port = this.#nextPort;
    this.#nextPort = port === 65535 ? 49152 : port + 1;
    return port;
  }

  #later(action: () => void, trips = 1): void {
    this.clock.at(this.clock.now + trips * this.latency, action);
  }

  #pair(
    peerAddress: string,
    peerPort: number,
    localPort: number,
    listener: ConnectionListener,
  ): SimulatedConnection {
    return new SimulatedConnection(peerAddress, peerPort, localPort, listener, this.clock, (action, trips) =>
      this.#later(action, trips),
    );
  }

  #schedule(client: Client, index: number): void {
    const [address = '192.168.4.2', port = String(49152 + index)] = client.from?.split(':') ?? [];
    this.clock.at(cyclesOf(client.at, this.clock.hz)!, () => {
      if (client.protocol === 'udp') {
        const actor = new Actor(client.script, this.clock, {
          send: (data) =>
            this.#later(() => this.#datagramPorts.get(client.port)?.(data, Number(port), address)),
          close: () => undefined,
        });
        actor.run();
        return;
      }
      const accept = this.#servers.get(client.port);
      if (!accept) return; // nobody listens: the client gets a reset, which has no effect on the chip
      const connection = this.#pair(address, Number(port), client.port, {});
      connection.listener = accept(connection);
      connection.open(client.script);
    });
  }
}

class SimulatedConnection implements Connection {
  #actor: Actor | undefined;
  #open = false;
  #finished = false;
  #unacknowledged = 0;

  constructor(
    readonly peerAddress: string,
    readonly peerPort: number,
    readonly localPort: number,
    public listener: ConnectionListener,
    private readonly clock: EventClock,
    private readonly later: (action: () => void, trips?: number) => void,
  ) {}

  /** The handshake is done: both sides may speak. */
  open(script: readonly PeerStep[]): void {
    if (this.#finished) return;
    this.#open = true;
    this.#actor = new Actor(script, this.clock, {
      send: (data) => {
        for (let start = 0; start < data.length; start += SEGMENT_BYTES) {
          const segment = data.slice(start, start + SEGMENT_BYTES);
          this.later(() => this.#finished || this.listener.received?.(segment));
        }
      },
      close: () => this.later(() => this.#finish(undefined)),
    });
    this.listener.connected?.();
    this.#actor.run();
  }

  /** The connection fails. */
  abort(error: number): void {
    this.#finish(error);
  }

  get isOpen(): boolean {
    return this.#open && !this.#finished;
  }

  get room(): number {
    return SEND_BUFFER_BYTES - this.#unacknowledged;
  }

  send(data: Uint8Array): void {
    if (!this.isOpen) return;
    const copy = data.slice(0, this.room);
    this.#unacknowledged += copy.length;
    this.later(() => this.#actor?.data(copy));
    this.later(() => {
      this.#unacknowledged -= copy.length;
      if (!this.#finished) this.listener.sent?.();
    }, 2);
  }

  close(): void {
    this.#finished = true;
    this.#actor?.stop();
  }

  #finish(error: number | undefined): void {
    if (this.#finished) return;
    this.#finished = true;
    this.#actor?.stop();
    this.listener.closed?.(error);
  }
}
