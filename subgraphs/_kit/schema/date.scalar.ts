import { GraphQLScalarType, Kind } from 'graphql';
import { HubError } from '../errors.js';

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;

function toIsoDate(value: unknown): string {
  if (typeof value === 'string' && ISO_DATE.test(value)) {
    const date = new Date(`${value}T00:00:00Z`);
    if (!Number.isNaN(date.getTime()) && date.toISOString().startsWith(value)) return value;
  }
  throw new HubError('BAD_USER_INPUT', 'A date is written YYYY-MM-DD.');
}

/** Dates stay text from database to client: a JavaScript Date would move them across midnight. */
export const IsoDateScalar = new GraphQLScalarType<string, string>({
  name: 'Date',
  description: 'Calendar date (日期): YYYY-MM-DD in the time zone Asia/Shanghai.',
  serialize: (value) => String(value),
  parseValue: toIsoDate,
  parseLiteral: (node) => toIsoDate(node.kind === Kind.STRING ? node.value : undefined),
});
