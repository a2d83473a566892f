import { describe, expect, it } from 'vitest';
import { WorkClock } from './event-clock.js';
import { NetworkFault, SimulatedNetwork } from './network.js';
import { parseRunFile, RunFileError, type RunFile } from './run-file.js';

const text = (data: Uint8Array): string => Buffer.from(data).toString('latin1');
const run = (network: unknown): RunFile['network'] =>
  parseRunFile('run.json', JSON.stringify({ format: 'xtal-run', version: 1, network })).network;

describe('the simulated network', () => {
  it('connects to a peer, which answers by its script', () => {
    const clock = new WorkClock(1000); // one cycle a millisecond
    const network = new SimulatedNetwork(
      clock,
      run({
        dns: { 'api.test': '10.0.0.5' },
        latency: '5ms',
        peers: [
          {
            host: 'api.test',
            port: 80,
            script: [{ wait: 'GET' }, { send: 'OK' }, { after: '100ms' }, { close: true }],
          },
        ],
      }),
    );
    const heard: string[] = [];
    const connection = network.connect('api.test', 80, {
      connected: () => {
        heard.push(`${clock.now} connected`);
        connection.send(Buffer.from('GET /'));
      },
      received: (data) => heard.push(`${clock.now} ${text(data)}`),
      sent: () => heard.push(`${clock.now} sent`),
      closed: (error) => heard.push(`${clock.now} closed ${error}`),
    });
    connection.send(Buffer.from('too early'));
    expect(connection.isOpen).toBe(false);
    clock.advanceTo(clock.now + 1000);
    expect(heard).toEqual(['10 connected', '20 sent', '20 OK', '120 closed undefined']);
  });

  it('a refusing peer, a missing peer and an unknown name fail with lwIP numbers', () => {
    const clock = new WorkClock(1000);
    const network = new SimulatedNetwork(
      clock,
      run({ peers: [{ host: '10.0.0.5', port: 80, script: 'refuse' }] }),
    );
    const errors: unknown[] = [];
    for (const [host, port] of [
      ['10.0.0.5', 80],
      ['10.0.0.5', 81],
      ['nobody', 80],
    ] as const)
      network.connect(host, port, { closed: (error) => errors.push(error) });
    clock.advanceTo(clock.now + 100);
    expect(errors).toEqual([NetworkFault.reset, NetworkFault.aborted, NetworkFault.noRoute]);
  });

  it('clients reach a server on the chip; long data come in segments', () => {
    const clock = new WorkClock(1000);
    const network = new SimulatedNetwork(
      clock,
      run({
        clients: [
          { at: '50ms', port: 80, script: [{ send: 'x'.repeat(3000) }, { wait: 'bye' }, { close: true }] },
        ],
      }),
    );
    const lengths: number[] = [];
    let closed = false;
    network.listen(80, (connection) => ({
      received: (data) => {
        lengths.push(data.length);
        if (lengths.length === 3) connection.send(Buffer.from('bye'));
      },
      closed: () => (closed = true),
    }));
    expect(network.listen(80, () => ({}))).toBe(false);
    clock.advanceTo(clock.now + 200);
    expect(lengths).toEqual([1440, 1440, 120]);
    expect(closed).toBe(true);
  });

  it('UDP: an echoing peer', () => {
    const clock = new WorkClock(1000);
    const network = new SimulatedNetwork(
      clock,
      run({ peers: [{ host: '10.0.0.9', port: 7, protocol: 'udp', script: [{ echo: true }] }] }),
    );
    const heard: string[] = [];
    const port = network.bind(0, (data, from, address) => heard.push(`${address}:${from} ${text(data)}`))!;
    network.sendDatagram(port, '10.0.0.9', 7, Buffer.from('ping'));
    network.sendDatagram(port, '10.0.0.9', 8, Buffer.from('lost'));
    clock.advanceTo(clock.now + 100);
    expect(heard).toEqual(['10.0.0.9:7 ping']);
  });
});

describe('the run file', () => {
  const refused = (value: unknown): string => {
    try {
      parseRunFile('r.json', typeof value === 'string' ? value : JSON.stringify(value));
    } catch (error) {
      expect(error).toBeInstanceOf(RunFileError);
      return (error as Error).message;
    }
    throw new Error('accepted');
  };
  const base = { format: 'xtal-run', version: 1 };

  it('names the place, what was expected and what stood there', () => {
    expect(refused('{')).toContain('r.json: $: expected JSON');
    expect(refused({ ...base, version: 2 })).toBe('r.json: $.version: expected 1, found 2');
    expect(refused({ ...base, gpoi: [] })).toContain(
      '$.gpoi: expected one of format, version, network, gpio, uart',
    );
    expect(refused({ ...base, gpio: [{ at: '5', pin: 1, level: 1 }] })).toContain(
      '$.gpio[0].at: expected a duration',
    );
    expect(refused({ ...base, network: { peers: [{ host: 'a', port: 1, script: [{}] }] } })).toContain(
      '$.network.peers[0].script[0]: expected exactly one of',
    );
    expect(refused([])).toContain('$: expected an object');
  });
});
