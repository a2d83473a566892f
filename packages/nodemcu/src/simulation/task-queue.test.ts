import { describe, expect, it } from 'vitest';
import { TaskQueue } from './task-queue.js';

describe('the task queues', () => {
  it('high before medium before low, in order of posting', () => {
    const queue = new TaskQueue();
    const order: string[] = [];
    for (const [priority, name] of [
      [0, 'low'],
      [2, 'high 1'],
      [1, 'medium'],
      [2, 'high 2'],
    ] as const)
      queue.post(priority, name, () => order.push(name));
    for (let task = queue.take(); task; task = queue.take()) task.run();
    expect(order).toEqual(['high 1', 'high 2', 'medium', 'low']);
    expect(queue.empty).toBe(true);
  });

  it('a full queue refuses and tells', () => {
    const told: string[] = [];
    const queue = new TaskQueue((text) => told.push(text));
    let posted = 0;
    while (queue.post(1, 'do_task', () => undefined)) posted++;
    expect(posted).toBe(83);
    expect(told).toEqual(['Task queue overflow (priority 1, do_task)']);
    expect(queue.post(2, 'do_task', () => undefined)).toBe(true);
  });
});
