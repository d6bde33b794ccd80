import { styleText } from 'node:util';
import { dayInShanghai } from '../../policies/iso-date.js';
import type { GraphqlAnswer } from './graphql-answer.js';

interface Pen {
  readonly heading: (text: string) => string;
  readonly quiet: (text: string) => string;
  readonly alarm: (text: string) => string;
}

/**
 * Draws an answer of SupportPicture for a terminal: one block per agency, each register with its state and date, each
 * value behind the name of its field.
 */
export function renderPicture(answer: GraphqlAnswer, { colour }: { colour: boolean }): string {
  const pen = penFor(colour);
  const student = answer.data?.['student'];
  const lines = isRecord(student)
    ? Object.entries(student).flatMap(([field, value]) => block(field, value, pen))
    : [];
  const errors = (answer.errors ?? []).map(({ path, extensions, message }) => {
    const who = extensions?.agency ? ` (${extensions.agency})` : '';
    return pen.alarm(`  ! ${path?.join('.') ?? 'answer'}: ${extensions?.code ?? 'error'}${who} ${message}`);
  });
  return [pen.heading('One child, seven agencies'), ...lines, ...errors].join('\n');
}

function penFor(colour: boolean): Pen {
  const plain = (text: string) => text;
  return colour
    ? {
        heading: (text) => styleText(['bold', 'cyan'], text),
        quiet: (text) => styleText('dim', text),
        alarm: (text) => styleText(['bold', 'red'], text),
      }
    : { heading: plain, quiet: plain, alarm: plain };
}

function block(field: string, value: unknown, pen: Pen): string[] {
  if (!isRecord(value))
    return value === null ? [pen.alarm(`  ${words(field)}: unknown`)] : [`  ${words(field)}: ${text(value)}`];
  const state = isRegister(value['register']) ? ` ${pen.quiet(stateOf(value['register']))}` : '';
  return [pen.heading(`  ${words(field)}`) + state, ...fields(value, '    ', pen)];
}

function fields(record: Readonly<Record<string, unknown>>, indent: string, pen: Pen): string[] {
  return Object.entries(record).flatMap(([name, value]) => {
    if (name === 'register' || value === null || value === undefined || name === '__typename') return [];
    if (isRecord(value) && isRegister(value['register'])) return register(name, value, indent, pen);
    if (isRecord(value)) return nested(name, value, indent, pen);
    if (Array.isArray(value)) return list(name, value, indent, pen);
    return [`${indent}${words(name)}: ${text(value)}`];
  });
}

function register(
  name: string,
  record: Readonly<Record<string, unknown>>,
  indent: string,
  pen: Pen,
): string[] {
  const state = pen.quiet(stateOf(record['register'] as RegisterState));
  return [`${indent}${words(name)} ${state}`, ...fields(record, `${indent}  `, pen)];
}

function stateOf({ state, freshness, asOf }: RegisterState): string {
  const isStale = freshness?.startsWith('STALE') ?? false;
  const age = asOf ? ` as of ${dayInShanghai(new Date(asOf))}${isStale ? ', stale' : ''}` : '';
  return `[${state}${age}]`;
}

function nested(name: string, record: Readonly<Record<string, unknown>>, indent: string, pen: Pen): string[] {
  const short = inline(record);
  return short === undefined
    ? [`${indent}${words(name)}`, ...fields(record, `${indent}  `, pen)]
    : [`${indent}${words(name)}: ${short}`];
}

function list(name: string, items: readonly unknown[], indent: string, pen: Pen): string[] {
  if (items.length === 0) return [];
  if (!items.every(isRecord)) return [`${indent}${words(name)}: ${items.map(text).join(', ')}`];
  return [
    `${indent}${words(name)} (${items.length})`,
    ...items.flatMap((item) => listItem(item, `${indent}  `, pen)),
  ];
}

function listItem(item: Readonly<Record<string, unknown>>, indent: string, pen: Pen): string[] {
  const short = inline(item);
  if (short !== undefined) return [`${indent}- ${short}`];
  const [first = '', ...rest] = fields(item, `${indent}  `, pen);
  return [`${indent}- ${first.trimStart()}`, ...rest];
}

/** Up to six plain values fit on one line, each behind its name; anything nested gets lines of its own. */
function inline(record: Readonly<Record<string, unknown>>): string | undefined {
  const entries = Object.entries(record).filter(([name, value]) => value !== null && name !== '__typename');
  if (entries.length > MOST_ON_A_LINE) return undefined;
  const named = namedThing(entries);
  if (named !== undefined) return named;
  const values = entries.map(([name, value]) => {
    if (Array.isArray(value)) return undefined;
    const short = isRecord(value) ? inline(value) : text(value);
    return short === undefined ? undefined : `${words(name)}: ${short}`;
  });
  return values.every((value) => value !== undefined) ? values.join(' · ') : undefined;
}

const MOST_ON_A_LINE = 6;

/** A place or school needs no field names: its name, then its code. */
function namedThing(entries: readonly (readonly [string, unknown])[]): string | undefined {
  const { code, name, ...others } = Object.fromEntries(entries);
  const isPlain = typeof name === 'string' && Object.keys(others).length === 0;
  return isPlain ? [name, ...(code === undefined ? [] : [`(${text(code)})`])].join(' ') : undefined;
}

interface RegisterState {
  readonly state: string;
  readonly freshness?: string;
  readonly asOf?: string | null;
}

function isRegister(value: unknown): value is RegisterState {
  return isRecord(value) && typeof value['state'] === 'string';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function text(value: unknown): string {
  if (value === true) return 'yes';
  if (value === false) return 'no';
  return String(value);
}

/** `fooBarBaz` reads "foo bar baz". */
function words(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
