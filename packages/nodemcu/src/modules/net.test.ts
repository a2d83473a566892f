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
net.dns.resolve("a.example", function(s, ip) print(s, ip) end)
net.dns.resolve("b.example", function(s, ip) print(s, ip) end)
net.createConnection():dns("a.example", function(s, ip) print(type(s), ip) end)
`,
      world({ dns: { 'a.example': '10.1.2.3' } }),
    );
    expect(lines).toEqual(['nil\t10.1.2.3', 'nil\tnil', 'userdata\t10.1.2.3']);
  });

  it('errors', () =>
    expect(
      valuesOf([
        'net.createConnection(net.TCP, 1)',
        'net.createConnection(7)',
        'net.createServer(net.TCP, 0)',
        'net.createConnection():send("x")',
        'net.createConnection():on("nothing", print)',
        'net.createConnection():on("receive", 5)',
        'net.createConnection():connect(70000, "1.2.3.4")',
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
      'invalid connection type',
      'invalid timeout',
      'not connected',
      'invalid callback name',
      'invalid callback function',
      "bad argument #1 to 'connect' (invalid port)",
      'not connected',
      'need callback',
      'not listening',
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
