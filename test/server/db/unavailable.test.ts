import { DrizzleQueryError } from 'drizzle-orm/errors';
import { expect, test } from 'vitest';
import { isConnectionLost, isUnavailable } from '#server/db/unavailable.ts';

const error = (code: string, more: object = {}) => Object.assign(new Error('x'), { code, ...more });

test.each([
  ['connection refused', error('ECONNREFUSED'), true],
  ['connection reset', error('ECONNRESET'), true],
  ['no socket file', error('ENOENT', { syscall: 'connect' }), true],
  ['no such file elsewhere', error('ENOENT', { syscall: 'open' }), false],
  ['connection closed by the server', error('CONNECTION_CLOSED'), true],
  ['pool ended', error('CONNECTION_ENDED'), true],
  ['no connection in time', error('CONNECT_TIMEOUT'), true],
  ['no answer in time', error('STATEMENT_DEADLINE'), true],
  ['statement cut off by the server', error('57014'), true],
  ['shutdown', error('57P01'), true],
  ['crash of another connection', error('57P02'), true],
  ['starting up', error('57P03'), true],
  ['too many connections', error('53300'), true],
  ['disk full', error('53100'), true],
  ['connection failure said by the server', error('08006'), true],
  ['wrapped by drizzle', new DrizzleQueryError('select 1', [], error('57P01')), true],
  ['unique violation', error('23505'), false],
  ['unique violation wrapped by drizzle', new DrizzleQueryError('', [], error('23505')), false],
  ['syntax error', error('42601'), false],
  ['wrong password', error('28P01'), false],
  ['an error without a code', new Error('x'), false],
  ['not an error', 'ECONNREFUSED', false],
])('unavailable: %s', (_case, thrown, expected) => {
  expect(isUnavailable(thrown)).toBe(expected);
});

test.each([
  ['closed', error('CONNECTION_CLOSED'), true],
  ['shutdown', error('57P01', { severity: 'FATAL' }), true],
  ['statement cut off: the connection stays', error('57014', { severity: 'ERROR' }), false],
  ['no answer in time: it may still come', error('STATEMENT_DEADLINE'), false],
  ['unique violation', error('23505', { severity: 'ERROR' }), false],
])('connection lost: %s', (_case, thrown, expected) => {
  expect(isConnectionLost(thrown)).toBe(expected);
});
