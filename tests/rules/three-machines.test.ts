import { describe, expect, test } from 'vitest';
import { clusterFile } from '../support/cluster-files.ts';

const OF_A_MACHINE = { NODE: 'serai-db-1', ADDRESS: '127.0.0.11', '/var/lib/serai': '/tmp/serai-db-1' };

describe('The files that three-machines.md teaches', () => {
  test.each([
    ['etcd.yml', { ...OF_A_MACHINE, '10.0.0.': '127.0.0.' }],
    ['patroni.yml', { ...OF_A_MACHINE, '10.0.0.': '127.0.0.', 'CHANGE-ME-1': 'one', 'CHANGE-ME-2': 'two' }],
    ['haproxy.cfg', { '10.0.0.': '127.0.0.' }],
    ['first.sql', { 'CHANGE-ME-3': 'three' }],
  ])('%s is whole once its places are filled in', (name, places) => {
    expect(clusterFile(name, places).split('\n').length).toBeGreaterThan(2);
  });

  test('a place that is left, or is not there, is told', () => {
    expect(() => clusterFile('patroni.yml', OF_A_MACHINE)).toThrow('still holds CHANGE-ME');
    expect(() => clusterFile('haproxy.cfg', { ADDRESS: '127.0.0.11' })).toThrow('holds no ADDRESS');
    expect(() => clusterFile('pgbouncer.ini', {})).toThrow('teaches no pgbouncer.ini');
  });

  test('a commit waits for a standby, and only such a standby takes over', () => {
    expect(clusterFile('patroni.yml', { ...OF_A_MACHINE, 'CHANGE-ME-1': 'one', 'CHANGE-ME-2': 'two' })).toMatch(
      /synchronous_mode: true\s+synchronous_mode_strict: true[\s\S]*synchronous_commit: "on"/,
    );
  });
});
