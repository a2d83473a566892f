/**
 * NodeMCU's `net` module (net.c of dev-esp32) on the simulated network: TCP servers and sockets, UDP sockets.
 * A connected socket anchors itself in the registry; the callbacks of a socket are dropped only by its finalizer,
 * so a callback that has its socket as upvalue keeps it for ever, as on the device.
 */
import type { Connection, ConnectionListener } from '../simulation/network.js';
import { ipv4 } from '../simulation/run-file.js';
import type { LuaState } from './lua-api.js';
import {
  checkText,
  pushBytes,
  pushText,
  raise,
  TaskPriority,
  type Module,
  type ModuleContext,
} from './module.js';

const SERVER = 'net.tcpserver';
const SOCKET = 'net.tcpsocket';
const UDP = 'net.udpsocket';
const USERDATA_BYTES = 60;

const Kind = { tcp: 1, udp: 2 } as const;

/** lwIP's blocks behind a connection and behind a UDP socket, in bytes (estimated from the structures, see the ledger). */
const NETCONN_BLOCKS = [56, 24, 76];
const TCP_PCB_BYTES = 176;
const UDP_PCB_BYTES = 40;
/** A received segment waits in a `pbuf` with its payload. */
const PBUF_BYTES = 24;
const PBUF_NEW = ['mem_malloc', 'pbuf_alloc', 'tcpip_thread'];
const PBUF_DELETE = ['mem_free', 'pbuf_free', 'netbuf_delete'];
/** Segments of CONFIG_LWIP_TCP_WND_DEFAULT (5760 bytes of 1440). */
const WINDOW_SEGMENTS = 4;

/** Position of each event's callback; `sent` of UDP is the same slot. */
const EVENTS = ['connection', 'reconnection', 'disconnection', 'receive', 'sent', 'dns'] as const;
type EventName = (typeof EVENTS)[number];
const UDP_EVENTS: readonly string[] = ['receive', 'sent', 'dns'];

interface Socket {
  kind: 'socket';
  connection: Connection | undefined;
  /** Counts connections: what was on its way on an earlier one finds no socket. */
  generation: number;
  callbacks: Record<EventName, number>;
  selfRef: number;
  blocks: number[];
}

interface Server {
  kind: 'server';
  port: number;
  address: string;
  callbackRef: number;
  selfRef: number;
  blocks: number[];
}

interface UdpSocket {
  kind: 'udp';
  port: number;
  callbacks: Record<EventName, number>;
  selfRef: number;
  blocks: number[];
}

/** Opens `net`. */
export function openNet(context: ModuleContext): Module {
  const { api, clock, network } = context;
  const registry = api.LUA_REGISTRYINDEX;
  const dnsServers = ['208.67.222.222', '', '']; // CONFIG_LWIP_DNS_MAX_SERVERS

  const noCallbacks = (): Record<EventName, number> =>
    Object.fromEntries(EVENTS.map((name) => [name, api.LUA_NOREF])) as Record<EventName, number>;
  const release = (L: LuaState, reference: number): number => {
    if (reference >= 0) api.luaL_unref(L, registry, reference);
    return api.LUA_NOREF;
  };
  const anchor = (L: LuaState, index: number): number => {
    api.lua_pushvalue(L, index);
    return api.luaL_ref(L, registry);
  };

  const allocate = (L: LuaState, sizes: readonly number[], frames: readonly string[]): number[] => {
    const blocks: number[] = [];
    for (const size of sizes) {
      const block = context.system.malloc(size, 0, frames);
      if (block === 0) {
        freeAll(blocks, frames);
        raise(context, L, 'cannot allocate netconn');
      }
      blocks.push(block);
    }
    return blocks;
  };
  const freeAll = (blocks: number[], frames: readonly string[]): void => {
    for (const block of blocks.splice(0).reverse()) context.system.free(block, frames);
  };
  const NEW = ['mem_malloc', 'memp_malloc', 'netconn_alloc', 'netconn_new_with_proto_and_callback'];
  const DELETE = ['mem_free', 'memp_free', 'netconn_free', 'netconn_delete'];

  // --- callbacks ---

  /** Calls the event's callback with the socket and what `push` adds; a missing callback or socket is no event. */
  const call = (holder: Socket | UdpSocket, event: EventName, push: (L: LuaState) => number): boolean => {
    const { L } = context;
    const reference = holder.callbacks[event];
    if (reference < 0 || holder.selfRef < 0) return false;
    api.lua_rawgeti(L, registry, reference);
    api.lua_rawgeti(L, registry, holder.selfRef);
    context.callProtected(L, 1 + push(L), 0);
    return true;
  };

  const post = (task: () => void): void => {
    context.post(TaskPriority.medium, 'handle_net_event', task);
  };

  const finish = (socket: Socket, error: number | undefined): void => {
    const { L } = context;
    socket.connection = undefined;
    const code = error ?? 0;
    const pushCode = (state: LuaState): number => {
      api.lua_pushinteger(state, code);
      return 1;
    };
    if (code === 0 || !call(socket, 'reconnection', pushCode)) call(socket, 'disconnection', pushCode);
    freeAll(socket.blocks, DELETE);
    socket.selfRef = release(L, socket.selfRef);
  };

  /**
   * Events of a connection in their order. TCP's window holds the peer back: at most {@link WINDOW_SEGMENTS} segments
   * wait in the chip's memory, the others on the way, and one task at a time is queued for a connection.
   */
  const listenerOf = (socket: Socket): ConnectionListener => {
    const waiting: { data?: Uint8Array; act?: () => void; urgent?: boolean; block: number }[] = [];
    const { generation } = socket;
    const isCurrent = (): boolean => socket.generation === generation;
    let posted = false;
    const fill = (): void => {
      for (const event of waiting.slice(0, WINDOW_SEGMENTS))
        if (event.data && event.block === 0)
          event.block = context.system.malloc(PBUF_BYTES + event.data.length, 0, PBUF_NEW);
    };
    const next = (): void => {
      posted = false;
      const event = waiting.shift()!;
      if (waiting.length > 0) request();
      if (event.act) {
        if (isCurrent()) event.act();
      } else {
        if (isCurrent())
          call(socket, 'receive', (L) => {
            pushBytes(context, L, event.data!);
            return 1;
          });
        context.system.free(event.block, PBUF_DELETE);
      }
      fill();
    };
    const request = (): void => {
      // Data and the end of a connection come before what was connected or sent.
      const first = waiting[0]!;
      const priority = first.data !== undefined || first.urgent ? TaskPriority.high : TaskPriority.medium;
      if (!posted) posted = context.post(priority, 'handle_net_event', next);
      // A full queue: the event stays where it is until the queue has room again.
      if (!posted) clock.at(clock.now + clock.hz / 100, request);
    };
    const enqueue = (event: { data?: Uint8Array; act?: () => void; urgent?: boolean }): void => {
      waiting.push({ ...event, block: 0 });
      fill();
      request();
    };
    return {
      connected: () => enqueue({ act: () => call(socket, 'connection', () => 0) }),
      received: (data) => enqueue({ data: new Uint8Array(data) }),
      sent: () => enqueue({ act: () => call(socket, 'sent', () => 0) }),
      closed: (error) => enqueue({ act: () => finish(socket, error), urgent: true }),
    };
  };

  const newSocket = (L: LuaState): Socket => {
    const socket: Socket = {
      kind: 'socket',
      connection: undefined,
      generation: 0,
      callbacks: noCallbacks(),
      selfRef: api.LUA_NOREF,
      blocks: [],
    };
    context.newUserdata(L, USERDATA_BYTES, socket);
    context.setMetatable(L, SOCKET);
    return socket;
  };

  const newUdpSocket = (L: LuaState): number => {
    const socket: UdpSocket = {
      kind: 'udp',
      port: -1,
      callbacks: noCallbacks(),
      selfRef: api.LUA_NOREF,
      blocks: [],
    };
    context.newUserdata(L, USERDATA_BYTES, socket);
    context.setMetatable(L, UDP);
    return 1;
  };

  const socketArgument = (L: LuaState): Socket => context.checkUserdata(L, 1, SOCKET) as Socket;
  const serverArgument = (L: LuaState): Server => context.checkUserdata(L, 1, SERVER) as Server;
  const udpArgument = (L: LuaState): UdpSocket => context.checkUserdata(L, 1, UDP) as UdpSocket;

  const setCallback = (L: LuaState, holder: Socket | UdpSocket, event: EventName, argument: number): void => {
    holder.callbacks[event] = release(L, holder.callbacks[event]);
    if (api.lua_type(L, argument) === api.LUA_TFUNCTION) holder.callbacks[event] = anchor(L, argument);
  };

  const on = (L: LuaState, holder: Socket | UdpSocket): number => {
    const event = checkText(context, L, 2);
    const known =
      (EVENTS as readonly string[]).includes(event) &&
      (holder.kind === 'socket' || UDP_EVENTS.includes(event));
    if (!known) raise(context, L, 'invalid callback name');
    if (!api.lua_isnoneornil(L, 3) && api.lua_type(L, 3) !== api.LUA_TFUNCTION)
      raise(context, L, 'invalid callback function');
    setCallback(L, holder, event as EventName, 3);
    return 0;
  };

  const dns = (L: LuaState, holder: Socket | UdpSocket): number => {
    const name = checkText(context, L, 2);
    if (api.lua_type(L, 3) === api.LUA_TFUNCTION) setCallback(L, holder, 'dns', 3);
    if (holder.callbacks.dns < 0) raise(context, L, 'no callback specified');
    const anchored = holder.selfRef < 0;
    if (anchored) holder.selfRef = anchor(L, 1);
    const asked = network.resolve(name, (address) =>
      post(() => {
        call(holder, 'dns', (state) => {
          if (address === undefined) api.lua_pushnil(state);
          else pushText(context, state, address);
          return 1;
        });
        if (anchored && holder.kind === 'socket' && !holder.connection)
          holder.selfRef = release(context.L, holder.selfRef);
        if (anchored && holder.kind === 'udp' && holder.port < 0)
          holder.selfRef = release(context.L, holder.selfRef);
      }),
    );
    if (!asked) {
      if (anchored) holder.selfRef = release(L, holder.selfRef);
      raise(context, L, 'out of memory');
    }
    return 0;
  };

  const pushEndpoint = (L: LuaState, port: number | undefined, address: string | undefined): number => {
    if (port === undefined || address === undefined) {
      api.lua_pushnil(L);
      api.lua_pushnil(L);
    } else {
      api.lua_pushinteger(L, port);
      pushText(context, L, address);
    }
    return 2;
  };

  /** A `uint16_t`: what is larger loses its upper bits. */
  const checkPort = (L: LuaState, argument: number): number => api.luaL_checkinteger(L, argument) & 0xffff;

  const dropCallbacks = (L: LuaState, holder: Socket | UdpSocket): void => {
    for (const event of EVENTS) holder.callbacks[event] = release(L, holder.callbacks[event]);
    holder.selfRef = release(L, holder.selfRef);
  };

  /** `[port], [ip]` of listen; the index of the argument behind them. */
  const listenArguments = (L: LuaState): { port: number; address: string; next: number } => {
    let next = 2;
    let port = 0;
    let address = '0.0.0.0';
    if (api.lua_type(L, next) === api.LUA_TNUMBER) port = checkPort(L, next++);
    if (api.lua_type(L, next) === api.LUA_TSTRING) {
      address = checkText(context, L, next);
      if (ipv4(address) === undefined) raise(context, L, 'invalid IP address');
      next++;
    }
    return { port, address, next };
  };

  // --- methods ---

  const serverMethods = {
    listen: {
      symbol: 'net_listen',
      call: (L: LuaState): number => {
        const server = serverArgument(L);
        if (server.selfRef >= 0) raise(context, L, 'already listening');
        const { port, address, next } = listenArguments(L);
        if (api.lua_type(L, next) !== api.LUA_TFUNCTION) raise(context, L, 'need callback');
        const accept = (connection: Connection): ConnectionListener => {
          const { L: main } = context;
          const socket = newSocket(main);
          socket.connection = connection;
          socket.blocks = allocate(main, [...NETCONN_BLOCKS, TCP_PCB_BYTES], NEW);
          socket.selfRef = api.luaL_ref(main, registry);
          post(() => {
            if (server.callbackRef < 0 || socket.selfRef < 0) return;
            api.lua_rawgeti(context.L, registry, server.callbackRef);
            api.lua_rawgeti(context.L, registry, socket.selfRef);
            context.callProtected(context.L, 1, 0);
          });
          return listenerOf(socket);
        };
        let bound = port;
        if (port === 0) {
          bound = 49152;
          while (!network.listen(bound, accept)) bound++;
        } else if (!network.listen(port, accept)) raise(context, L, 'address in use');
        server.port = bound;
        server.address = address;
        server.callbackRef = anchor(L, next);
        server.selfRef = anchor(L, 1);
        server.blocks = allocate(L, NETCONN_BLOCKS, NEW);
        return 0;
      },
    },
    close: {
      symbol: 'net_close',
      call: (L: LuaState): number => {
        const server = serverArgument(L);
        if (server.selfRef < 0) raise(context, L, 'not connected');
        closeServer(L, server);
        return 0;
      },
    },
    getaddr: {
      symbol: 'net_getaddr',
      call: (L: LuaState): number => {
        const server = serverArgument(L);
        return server.selfRef < 0
          ? pushEndpoint(L, undefined, undefined)
          : pushEndpoint(L, server.port, server.address);
      },
    },
    __gc: {
      symbol: 'net_delete',
      call: (L: LuaState): number => {
        closeServer(L, serverArgument(L));
        return 0;
      },
    },
  };

  const closeServer = (L: LuaState, server: Server): void => {
    if (server.selfRef >= 0) network.unlisten(server.port);
    server.callbackRef = release(L, server.callbackRef);
    server.selfRef = release(L, server.selfRef);
    freeAll(server.blocks, DELETE);
  };

  const socketMethods = {
    connect: {
      symbol: 'net_connect',
      call: (L: LuaState): number => {
        const socket = socketArgument(L);
        if (socket.connection) raise(context, L, 'already connected');
        const port = checkPort(L, 2);
        if (port === 0) raise(context, L, 'specify port');
        const type = api.lua_type(L, 3);
        const isText = type === api.LUA_TSTRING || type === api.LUA_TNUMBER;
        const host = isText ? checkText(context, L, 3) : '127.0.0.1';
        socket.blocks = allocate(L, [...NETCONN_BLOCKS, TCP_PCB_BYTES], NEW);
        socket.generation++;
        if (socket.selfRef < 0) socket.selfRef = anchor(L, 1);
        socket.connection = network.connect(host, port, listenerOf(socket));
        return 0;
      },
    },
    send: {
      symbol: 'net_send',
      call: (L: LuaState): number => {
        const socket = socketArgument(L);
        const data = api.luaL_checklstring(L, 2);
        if (data.length === 0) raise(context, L, 'no data to send');
        if (api.lua_type(L, 3) === api.LUA_TFUNCTION) setCallback(L, socket, 'sent', 3);
        const { connection } = socket;
        if (!connection?.isOpen) return raise(context, L, 'not connected');
        const { room } = connection;
        if (room === 0) raise(context, L, 'would block');
        // What fits is sent, and the rest is an error.
        connection.send(data);
        if (data.length > room) raise(context, L, 'buffer error');
        return 0;
      },
    },
    on: { symbol: 'net_on', call: (L: LuaState): number => on(L, socketArgument(L)) },
    close: {
      symbol: 'net_close',
      call: (L: LuaState): number => {
        const socket = socketArgument(L);
        if (!socket.connection) raise(context, L, 'not connected');
        // Its own close is no event for a socket: what comes after it finds no socket any more.
        socket.connection.close();
        socket.connection = undefined;
        socket.generation++;
        freeAll(socket.blocks, DELETE);
        socket.selfRef = release(L, socket.selfRef);
        return 0;
      },
    },
    dns: { symbol: 'net_dns', call: (L: LuaState): number => dns(L, socketArgument(L)) },
    getpeer: {
      symbol: 'net_getpeer',
      call: (L: LuaState): number => {
        const { connection } = socketArgument(L);
        return pushEndpoint(L, connection?.peerPort, connection?.peerAddress);
      },
    },
    getaddr: {
      symbol: 'net_getaddr',
      call: (L: LuaState): number => {
        const { connection } = socketArgument(L);
        return pushEndpoint(L, connection?.localPort, connection && network.address);
      },
    },
    __gc: {
      symbol: 'net_delete',
      call: (L: LuaState): number => {
        const socket = socketArgument(L);
        socket.connection?.close();
        socket.connection = undefined;
        dropCallbacks(L, socket);
        freeAll(socket.blocks, DELETE);
        return 0;
      },
    },
  };

  const bindUdp = (L: LuaState, socket: UdpSocket, port: number): void => {
    const bound = network.bind(port, (data, peerPort, address) => {
      const copy = new Uint8Array(data);
      post(() =>
        call(socket, 'receive', (state) => {
          pushBytes(context, state, copy);
          api.lua_pushinteger(state, peerPort);
          pushText(context, state, address);
          return 3;
        }),
      );
    });
    if (bound === undefined) raise(context, L, 'address in use');
    socket.port = bound;
    socket.blocks = allocate(L, [...NETCONN_BLOCKS, UDP_PCB_BYTES], NEW);
    if (socket.selfRef < 0) socket.selfRef = anchor(L, 1);
  };

  const closeUdp = (L: LuaState, socket: UdpSocket): void => {
    if (socket.port >= 0) network.unbind(socket.port);
    socket.port = -1;
    socket.selfRef = release(L, socket.selfRef);
    freeAll(socket.blocks, DELETE);
  };

  const udpMethods = {
    listen: {
      symbol: 'net_listen',
      call: (L: LuaState): number => {
        const socket = udpArgument(L);
        if (socket.port >= 0) raise(context, L, 'already listening');
        bindUdp(L, socket, listenArguments(L).port);
        return 0;
      },
    },
    send: {
      symbol: 'net_send',
      call: (L: LuaState): number => {
        const socket = udpArgument(L);
        const port = checkPort(L, 2);
        const host = checkText(context, L, 3);
        if (port === 0) raise(context, L, 'need port');
        if (ipv4(host) === undefined) raise(context, L, 'invalid IP address');
        const data = api.luaL_checklstring(L, 4);
        if (data.length === 0) raise(context, L, 'no data to send');
        if (api.lua_type(L, 5) === api.LUA_TFUNCTION) setCallback(L, socket, 'sent', 5);
        if (socket.port < 0) bindUdp(L, socket, 0);
        const sent = network.sendDatagram(socket.port, host, port, data);
        // The callback is called from here, not by a task.
        if (socket.callbacks.sent >= 0) {
          api.lua_rawgeti(L, registry, socket.callbacks.sent);
          api.lua_rawgeti(L, registry, socket.selfRef);
          api.lua_call(L, 1, 0);
        }
        if (!sent) raise(context, L, 'out of memory');
        return 0;
      },
    },
    on: { symbol: 'net_on', call: (L: LuaState): number => on(L, udpArgument(L)) },
    close: {
      symbol: 'net_close',
      call: (L: LuaState): number => {
        const socket = udpArgument(L);
        if (socket.port < 0) raise(context, L, 'not connected');
        closeUdp(L, socket);
        return 0;
      },
    },
    dns: { symbol: 'net_dns', call: (L: LuaState): number => dns(L, udpArgument(L)) },
    getaddr: {
      symbol: 'net_getaddr',
      call: (L: LuaState): number => {
        const { port } = udpArgument(L);
        return port < 0 ? pushEndpoint(L, undefined, undefined) : pushEndpoint(L, port, '0.0.0.0');
      },
    },
    __gc: {
      symbol: 'net_delete',
      call: (L: LuaState): number => {
        const socket = udpArgument(L);
        closeUdp(L, socket);
        dropCallbacks(L, socket);
        return 0;
      },
    },
  };

  const kindArgument = (L: LuaState): number => {
    const kind = api.luaL_optinteger(L, 1, Kind.tcp);
    if (kind !== Kind.tcp && kind !== Kind.udp) raise(context, L, 'invalid type');
    return kind;
  };

  const multicast = (L: LuaState): number => {
    for (const [argument, what] of [
      [1, 'if'],
      [2, 'multicast'],
    ] as const) {
      const type = api.lua_type(L, argument);
      if (type !== api.LUA_TSTRING && type !== api.LUA_TNUMBER) raise(context, L, 'wrong arg type');
      const text = checkText(context, L, argument);
      const any = argument === 1 && (text === '' || text.toLowerCase() === 'any');
      if (!any && (text.length < 7 || text.length > 15)) raise(context, L, `invalid ${what} ip`);
    }
    return 0;
  };

  const dnsIndex = (L: LuaState, argument: number): number => {
    const index = api.luaL_optinteger(L, argument, 0);
    if (index < 0 || index >= dnsServers.length)
      raise(context, L, `server index out of range [0-${dnsServers.length - 1}]`);
    return index;
  };

  return {
    name: 'net',
    table: {
      createServer: {
        symbol: 'net_createServer',
        call: (L) => {
          if (kindArgument(L) === Kind.udp) return newUdpSocket(L);
          api.luaL_optinteger(L, 2, 30); // seconds of keep-alive, which no peer of the run file needs
          const server: Server = {
            kind: 'server',
            port: -1,
            address: '',
            callbackRef: api.LUA_NOREF,
            selfRef: api.LUA_NOREF,
            blocks: [],
          };
          context.newUserdata(L, USERDATA_BYTES, server);
          context.setMetatable(L, SERVER);
          return 1;
        },
      },
      createConnection: {
        symbol: 'net_createConnection',
        call: (L) => {
          if (kindArgument(L) === Kind.udp) return newUdpSocket(L);
          if (api.luaL_optinteger(L, 2, 0) !== 0) raise(context, L, 'secure connections not yet supported');
          newSocket(L);
          return 1;
        },
      },
      createUDPSocket: { symbol: 'net_createUDPSocket', call: newUdpSocket },
      // Nobody of the run file is in a group.
      multicastJoin: { symbol: 'net_multicastJoin', call: multicast },
      multicastLeave: { symbol: 'net_multicastLeave', call: multicast },
      dns: {
        resolve: {
          symbol: 'net_dns_static',
          call: (L) => {
            const name = checkText(context, L, 1);
            api.luaL_checktype(L, 2, api.LUA_TFUNCTION);
            const reference = anchor(L, 2);
            const asked = network.resolve(name, (address) =>
              post(() => {
                api.lua_rawgeti(context.L, registry, reference);
                api.luaL_unref(context.L, registry, reference);
                if (address === undefined) api.lua_pushnil(context.L);
                else pushText(context, context.L, address);
                context.callProtected(context.L, 1, 0);
              }),
            );
            if (!asked) raise(context, L, 'out of memory'); // the reference stays, as on the device
            return 0;
          },
        },
        getdnsserver: {
          symbol: 'net_getdnsserver',
          call: (L) => {
            const server = dnsServers[dnsIndex(L, 1)]!;
            if (server === '') api.lua_pushnil(L);
            else pushText(context, L, server);
            return 1;
          },
        },
        setdnsserver: {
          symbol: 'net_setdnsserver',
          call: (L) => {
            const address = checkText(context, L, 1);
            if ((ipv4(address) ?? 0) === 0) raise(context, L, 'invalid dns server ip');
            dnsServers[dnsIndex(L, 2)] = address;
            return 0;
          },
        },
      },
      TCP: Kind.tcp,
      UDP: Kind.udp,
    },
    metatables: { [SERVER]: serverMethods, [SOCKET]: socketMethods, [UDP]: udpMethods },
  };
}
