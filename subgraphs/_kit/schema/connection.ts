import { ArgsType, Directive, Field, Int, ObjectType } from 'type-graphql';
import { isIsoDate } from '../../../policies/iso-date.js';
import { Holds } from '../access/data-class.js';
import { HubError } from '../errors.js';
import { describe, type Term } from './label.js';

export const DEFAULT_PAGE_SIZE = 20;
export const MAX_PAGE_SIZE = 100;

@ObjectType('PageInfo', { description: describe('Position of a page in its list', '分页信息') })
@Directive('@shareable')
@Holds('NONE')
export class PageInfoType {
  @Field(() => Boolean, { description: describe('Whether more follow', '是否有下一页') })
  hasNextPage!: boolean;

  @Field(() => String, {
    nullable: true,
    description: describe('Cursor of the last entry', '末条游标', 'pass it as `after` for the next page.'),
  })
  endCursor!: string | null;
}

@ArgsType()
export class PageArgs {
  @Field(() => Int, {
    defaultValue: DEFAULT_PAGE_SIZE,
    description: describe('Entries on the page', '每页条数', '1 to 100.'),
  })
  first: number = DEFAULT_PAGE_SIZE;

  @Field(() => String, {
    nullable: true,
    description: describe('Cursor after which the page starts', '起始游标'),
  })
  after?: string | null;
}

type ClassType<T extends object> = new () => T;

export interface Edge<Node> {
  cursor: string;
  node: Node;
}

export interface Connection<Node> {
  edges: Edge<Node>[];
  nodes: Node[];
  pageInfo: PageInfoType;
  /** A promise where counting takes a statement, which begins when somebody reads the property. */
  readonly totalCount: number | null | Promise<number>;
}

/**
 * Makes the Relay connection and edge types over a node type. The description names the order.
 * @param isShareable for a list that several agencies have, over a node type that they share
 */
export function connectionType<Node extends object>(
  name: string,
  node: ClassType<Node>,
  term: Term,
  { isShareable = false } = {},
): ClassType<Connection<Node>> {
  @ObjectType(`${name}Edge`, { description: describe(`Entry of: ${term.en}`, `${term.zh}条目`) })
  class EdgeType implements Edge<Node> {
    @Field(() => String, { description: describe('Cursor of the entry', '游标') })
    cursor!: string;

    @Field(() => node, { description: describe('The entry', '条目内容') })
    node!: Node;
  }

  @ObjectType(`${name}Connection`, { description: describe(term.en, term.zh, term.detail) })
  class ConnectionType implements Connection<Node> {
    @Field(() => [EdgeType], { description: describe('Entries with their cursors', '条目及游标') })
    edges!: EdgeType[];

    @Field(() => [node], { description: describe('Entries alone', '条目列表') })
    nodes!: Node[];

    @Field(() => PageInfoType, { description: describe('Position of the page', '分页信息') })
    pageInfo!: PageInfoType;

    @Field(() => Int, {
      nullable: true,
      description: describe('Entries in all', '总条数', 'null when they were not counted.'),
    })
    totalCount!: number | null;
  }
  if (isShareable) for (const type of [EdgeType, ConnectionType]) Directive('@shareable')(type);
  return ConnectionType;
}

/** Where a page starts: the values of the order columns of the entry before it; the last one is unique. */
export type CursorKey = readonly (string | number)[];

/** What a part of a cursor must look like before it may meet a column of that type. */
const CURSOR_PARTS = {
  text: (part: unknown) => typeof part === 'string',
  date: isIsoDate,
  /** A bigint key, which plain rows carry as text. */
  id: (part: unknown) => typeof part === 'string' && /^\d{1,18}$/.test(part),
  instant: (part: unknown) => typeof part === 'string' && /^\d{4}-\d{2}-\d{2}T[\d:.]{8,12}Z$/.test(part),
  uuid: (part: unknown) => typeof part === 'string' && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(part),
  integer: (part: unknown) => Number.isSafeInteger(part),
} as const;
export type CursorPart = keyof typeof CURSOR_PARTS;

/**
 * @param shape types of the order columns, in order.
 * @throws {HubError} BAD_USER_INPUT when `first` or `after` is not acceptable.
 */
export function pageRequest(
  { first, after }: PageArgs,
  shape: readonly CursorPart[],
): { limit: number; after: CursorKey | undefined } {
  if (!Number.isInteger(first) || first < 1 || first > MAX_PAGE_SIZE) {
    throw new HubError('BAD_USER_INPUT', `"first" must be between 1 and ${MAX_PAGE_SIZE}.`);
  }
  return { limit: first, after: after == null ? undefined : parseCursor(after, shape) };
}

export function cursorOf(key: CursorKey): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

function parseCursor(cursor: string, shape: readonly CursorPart[]): CursorKey {
  const key = parseJson(Buffer.from(cursor, 'base64url').toString('utf8'));
  const fits =
    Array.isArray(key) &&
    key.length === shape.length &&
    shape.every((part, index) => CURSOR_PARTS[part](key[index]));
  if (!fits) throw new HubError('BAD_USER_INPUT', '"after" is not a cursor of this list.');
  return key as CursorKey;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Makes a page from rows fetched with one more than the limit.
 * @param keyOf values of the order columns of a row, in the order that the cursor's query expects.
 * @param total entries in all, or how to count them: that is done only where somebody asks.
 */
export function connectionOf<Node>(
  rows: readonly Node[],
  limit: number,
  keyOf: (row: Node) => CursorKey,
  total: number | null | (() => Promise<number>) = null,
): Connection<Node> {
  const nodes = rows.slice(0, limit);
  const edges = nodes.map((node) => ({ node, cursor: cursorOf(keyOf(node)) }));
  return {
    edges,
    nodes,
    pageInfo: { hasNextPage: rows.length > limit, endCursor: edges.at(-1)?.cursor ?? null },
    get totalCount() {
      return typeof total === 'function' ? total() : total;
    },
  };
}
