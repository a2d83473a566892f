import { describe, expect, it } from 'vitest';
import { runLua, valuesOf } from '../testing/run-lua.js';
import type { RunFile } from '../simulation/run-file.js';

const world = (network: RunFile['network']): { surroundings: RunFile } => ({
  surroundings: { format: 'xtal-run', version: 1, network: network! },
});

describe('net', () => {
  it('a client: connection, sent, receive, disconnection', () => {
    const { lines, result } = runLua(
      `
local s = net.createConnection(net.TCP)
s:on("connection", function(s) print("connected", s:getpeer()) s:send("GET\\n", function() print("sent") end) end)
s:on("receive", function(s, d) print("received", d) end)
s:on("disconnection", function(s, code) print("closed", code) end)
s:connect(80, "www.example")
`,
      world({
        dns: { 'www.example': '10.0.0.1' },
        peers: [
          {
            host: '10.0.0.1',
            port: 80,
            script: [{ wait: 'GET' }, { after: '10ms' }, { send: 'hello' }, { close: true }],
          },
        ],
      }),
    );
    expect(lines).toEqual(['connected\t80\t10.0.0.1', 'sent', 'received\thello', 'closed\t0']);
    expect(result.reason).toBe('idle');
  });

  it('refused, unknown names, reconnection before disconnection', () => {
    const { lines } = runLua(
      `
local function try(host)
  local s = net.createConnection()
  s:on("disconnection", function(s, code) print(host, code) end)
  s:connect(80, host)
end
try("10.0.0.9") try("10.0.0.8") try("nobody.example")
`,
      world({ peers: [{ host: '10.0.0.9', port: 80, script: 'refuse' }] }),
    );
    expect(lines).toHaveLength(3);
    expect(lines.sort().map((line) => /\t-\d+$/.test(line))).toEqual([true, true, true]);
  });

  it('a long answer arrives whole, in segments, although the task queue is short', () => {
    const { lines, warnings } = runLua(
      `
local total, pieces, most = 0, 0, 0
local s = net.createConnection()
s:on("receive", function(s, d) total = total + #d pieces = pieces + 1 most = math.max(most, #d) end)
s:on("disconnection", function() print(total, pieces, most) end)
s:connect(80, "10.0.0.1")
`,
      world({
        peers: [{ host: '10.0.0.1', port: 80, script: [{ send: 'x'.repeat(200_000) }, { close: true }] }],
      }),
    );
    expect(lines).toEqual(['200000\t139\t1440']);
    expect(warnings).toEqual([]);
  });

  it('a server: clients of the run file come, talk and go', () => {
    const { lines } = runLua(
      `
local srv = net.createServer(net.TCP)
srv:listen(8080, function(c)
  print("client", c:getpeer())
  c:on("receive", function(c, d) c:send("you said " .. d) end)
  c:on("disconnection", function() print("gone") srv:close() end)
end)
print(srv:getaddr())
`,
      world({
        clients: [
          {
            at: '100ms',
            port: 8080,
            from: '10.0.0.7:4000',
            script: [{ send: 'hi' }, { wait: 'you said hi' }, { close: true }],
          },
        ],
      }),
    );
    expect(lines).toEqual(['8080\t0.0.0.0', 'client\t4000\t10.0.0.7', 'gone']);
  });

  it('a socket that closes itself hears nothing more and is no longer anchored', () => {
    const { lines } = runLua(
      `
local weak = setmetatable({}, { __mode = "v" })
do
  local s = net.createConnection()
  s:on("connection", function(s) print("connected") s:close() print(s:getpeer()) end)
  s:on("disconnection", function() print("never") end)
  s:on("receive", function() print("never") end)
  s:connect(80, "10.0.0.1")
  weak[1] = s
end
tmr.create():alarm(200, tmr.ALARM_SINGLE, function() collectgarbage() collectgarbage() print(weak[1]) end)
`,
      world({ peers: [{ host: '10.0.0.1', port: 80, script: [{ send: 'x' }, { close: true }] }] }),
    );
    expect(lines).toEqual(['connected', 'nil\tnil', 'nil']);
  });

  it('a socket that closes and connects again hears only the new connection', () => {
    const { lines } = runLua(
      `
local n = 0
local s = net.createConnection()
s:on("connection", function(s)
  n = n + 1
  print("connected", n)
  if n == 1 then s:close() s:connect(81, "10.0.0.1") end
end)
s:on("receive", function(s, d) print(d) end)
s:on("disconnection", function(s, code) print("closed", code) end)
s:connect(80, "10.0.0.1")
`,
      world({
        peers: [
          { host: '10.0.0.1', port: 80, script: [{ send: 'old' }, { close: true }] },
          { host: '10.0.0.1', port: 81, script: [{ send: 'new' }, { close: true }] },
        ],
      }),
    );
    expect(lines).toEqual(['connected\t1', 'connected\t2', 'new', 'closed\t0']);
  });

  it('sends what fits into the send buffer, and not before the connection stands', () => {
    const { lines } = runLua(
      `
local total = 0
local s = net.createConnection()
s:on("connection", function(s)
  print(select(2, pcall(s.send, s, ("x"):rep(6000))))
  print(select(2, pcall(s.send, s, "y")))
end)
s:on("sent", function(s) if total == 0 then print("sent") s:send("z") end end)
s:on("receive", function(s, d) total = total + #d if d:find("z") then print(total) s:close() end end)
s:connect(80, "10.0.0.1")
print(select(2, pcall(s.send, s, "early")))
`,
      world({ peers: [{ host: '10.0.0.1', port: 80, script: [{ echo: true }] }] }),
    );
    expect(lines.slice(0, 3)).toEqual(['not connected', 'buffer error', 'would block']);
    expect(lines.at(-1)).toBe('5761');
  });

  it('what a script has on its way is bounded: datagrams, names', () => {
    const { lines } = runLua(
      `
local function count(f) local n = 0 while n < 1000 do local ok, e = pcall(f) if not ok then print(n, e) return end n = n + 1 end end
local u = net.createUDPSocket()
count(function() u:send(53, "10.0.0.2", "x") end)
count(function() net.dns.resolve("a.example", function() end) end)
local s = net.createConnection()
count(function() s:dns("a.example", function() end) end)
`,
      world({ peers: [{ host: '10.0.0.2', port: 53, protocol: 'udp' }], latency: '1s' }),
    );
    expect(lines).toEqual([
      '32\tinit.lua:4: out of memory',
      '4\tinit.lua:5: out of memory',
      '0\tinit.lua:7: out of memory',
    ]);
  });

  it('the sent callback of a datagram is called from send', () => {
    const { lines } = runLua(
      'local u = net.createUDPSocket() u:send(53, "10.0.0.2", "x", function(s) print("sent", s == u) end) print("after")',
    );
    expect(lines).toEqual(['sent\ttrue', 'after']);
  });

  it('datagrams', () => {
    const { lines } = runLua(
      `
local u = net.createUDPSocket()
u:on("receive", function(u, d, port, ip) print(d, port, ip) u:close() end)
u:send(53, "10.0.0.2", "ping")
`,
      world({ peers: [{ host: '10.0.0.2', port: 53, protocol: 'udp', script: [{ echo: true }] }] }),
    );
    expect(lines).toEqual(['ping\t53\t10.0.0.2']);
  });

  it('dns', () => {
    const { lines } = runLua(
      `
net.dns.resolve("a.example", function(...) print(...) end)
net.dns.resolve("b.example", function(...) print(...) end)
net.createConnection():dns("a.example", function(s, ip) print(type(s), ip) end)
`,
      world({ dns: { 'a.example': '10.1.2.3' } }),
    );
    expect(lines).toEqual(['10.1.2.3', 'nil', 'userdata\t10.1.2.3']);
  });

  it('errors', () =>
    expect(
      valuesOf([
        'net.createConnection(net.TCP, 1)',
        'net.createConnection(7)',
        'net.createConnection():send("x")',
        'net.createConnection():on("nothing", print)',
        'net.createConnection():on("receive", 5)',
        'net.createConnection():connect(65536, "1.2.3.4")',
        'net.createConnection():send("")',
        'net.createUDPSocket():send(0, "1.2.3.4", "x")',
        'net.createConnection():dns("a.example")',
        'net.dns.getdnsserver(3)',
        'net.multicastJoin(nil, "224.0.0.1")',
        'net.multicastJoin("any", "1")',
        'net.multicastJoin("", "224.0.0.1")',
        'net.TCP, net.UDP',
        'net.createConnection():close()',
        'net.createServer():listen(80)',
        'net.createServer():close()',
        'net.createUDPSocket():send(1, "name", "x")',
        'net.createConnection().hold',
        'net.dns.setdnsserver("x")',
        'net.createConnection().send(io.stdout, "x")',
      ]),
    ).toEqual([
      'secure connections not yet supported',
      'invalid type',
      'not connected',
      'invalid callback name',
      'invalid callback function',
      'specify port',
      'no data to send',
      'need port',
      'no callback specified',
      'server index out of range [0-2]',
      'wrong arg type',
      'invalid multicast ip',
      '',
      '1 2',
      'not connected',
      'need callback',
      'not connected',
      'invalid IP address',
      'nil',
      'invalid dns server ip',
      "bad argument #1 to 'send' (net.tcpsocket expected, got FILE*)",
    ]));

  it('a callback with its socket as upvalue keeps it for ever; without, it goes', () => {
    const script = (callback: string): string => `
local function live() collectgarbage() collectgarbage() return collectgarbage("count") end
local base
local function round(n)
  local s = net.createConnection()
  s:on("disconnection", ${callback})
  s:connect(80, "10.0.0.9")
  tmr.create():alarm(50, tmr.ALARM_SINGLE, function()
    if n == 5 then base = live() end
    if n == 25 then print(live() - base > 1.5) else round(n + 1) end
  end)
end
round(1)`;
    const refuse = world({ peers: [{ host: '10.0.0.9', port: 80, script: 'refuse' }] });
    expect(runLua(script('function() return s end'), refuse).lines).toEqual(['true']);
    expect(runLua(script('function() end'), refuse).lines).toEqual(['false']);
  });
});
