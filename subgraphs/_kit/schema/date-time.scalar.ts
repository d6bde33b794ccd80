import { GraphQLScalarType, Kind } from 'graphql';
import { HubError } from '../errors.js';

function toDate(value: unknown): Date {
  const date = typeof value === 'string' ? new Date(value) : undefined;
  if (!date || Number.isNaN(date.getTime())) {
    throw new HubError('BAD_USER_INPUT', 'A time is written in ISO 8601 with its zone.');
  }
  return date;
}

export const DateTimeScalar = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: 'Point in time (时间): ISO 8601 in UTC, for example 2026-11-23T01:00:00.000Z.',
  serialize: (value) => (value instanceof Date ? value : new Date(String(value))).toISOString(),
  parseValue: toDate,
  parseLiteral: (node) => toDate(node.kind === Kind.STRING ? node.value : undefined),
});
