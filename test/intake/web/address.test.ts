import { expect, test } from 'vitest';
import { alsoPrivate, publicOnly } from '../../../src/intake/web/address.ts';

test.each(['8.8.8.8', '2606:4700::1', '::ffff:8.8.8.8', '64:ff9b::808:808'])('%s is public', (address) => {
  expect(publicOnly(address)).toBeUndefined();
});

const PRIVATE = ['127.0.0.1', '127.9.9.9', '10.1.2.3', '172.16.0.1', '192.168.1.1', '100.64.0.1', '::1', 'fd00::1'];
const PRIVATE_IN_DISGUISE = ['::ffff:127.0.0.1', '::ffff:10.0.0.1', '64:ff9b::7f00:1', '64:ff9b::a00:1'];

test.each([...PRIVATE, ...PRIVATE_IN_DISGUISE])('%s is private: for those who allow it', (address) => {
  expect(publicOnly(address)).toMatch(/^leads to /);
  expect(alsoPrivate(address)).toBeUndefined();
});

test.each([
  '0.0.0.0',
  '169.254.169.254',
  '192.0.2.1',
  '198.18.0.1',
  '203.0.113.7',
  '224.0.0.1',
  '240.0.0.1',
  '255.255.255.255',
  '::',
  '::7f00:1',
  '::a9fe:a9fe',
  'fe80::1',
  'fec0::1',
  'ff02::1',
  '100::1',
  '2001:db8::1',
  '2001::1',
  '2002:7f00:1::',
  '64:ff9b:1::7f00:1',
  '::ffff:169.254.169.254',
  '::ffff:0:7f00:1',
  'localhost',
])('%s is never connected to', (address) => {
  expect(publicOnly(address)).toBeDefined();
  expect(alsoPrivate(address)).toBeDefined();
});
