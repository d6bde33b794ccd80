import { randomUUID } from 'node:crypto';

/** A JSON object or list that need not be read before somebody looks into it. */
export interface JsonText {
  readonly bytes: Buffer;
  /** The keys in it, level by level, when those are sure to be there; two equal outlines are the same selection. */
  readonly outline: string | undefined;
}

const TEXT = Symbol('text');
/** Stands in for a text while all around it is written; a random one, so that no answer can hold it. */
const MARK = randomUUID();
const OPENING_BRACKET = 0x5b;

type Unread = Record<PropertyKey, unknown> & { [TEXT]?: JsonText };

/** Texts met by the `JSON.stringify` that is running. */
let met: JsonText[] | undefined;

/**
 * @param text no key of it may be `__proto__`
 * @returns what parsing the text would give, parsed when it is first looked into
 */
export function lazyJson(text: JsonText): object {
  const unread: unknown = text.bytes[0] === OPENING_BRACKET ? [] : {};
  (unread as Unread)[TEXT] = text;
  return new Proxy(unread as Unread, readingFirst);
}

/** @returns the text of a value that nobody has looked into yet */
export function textOf(value: object): JsonText | undefined {
  return (value as Unread)[TEXT];
}

/** `JSON.stringify`, but texts that nobody has looked into are copied as they are. */
export function stringifyLazily(value: unknown): string | Buffer {
  const texts: JsonText[] = [];
  met = texts;
  let around: string;
  try {
    around = JSON.stringify(value);
  } finally {
    met = undefined;
  }
  if (texts.length === 0) return around;
  const parts = around.split(`"${MARK}"`);
  return Buffer.concat(
    parts.flatMap((part, index) => [Buffer.from(part), ...(texts[index] ? [texts[index].bytes] : [])]),
  );
}

function read(unread: Unread): Unread {
  const text = unread[TEXT];
  if (text) {
    delete unread[TEXT];
    Object.assign(unread, JSON.parse(text.bytes.toString('utf8')));
  }
  return unread;
}

const readingFirst: ProxyHandler<Unread> = {
  get(unread, key) {
    if (key === TEXT) return unread[TEXT];
    if (key === 'toJSON' && met && unread[TEXT]) {
      met.push(unread[TEXT]);
      return () => MARK;
    }
    return Reflect.get(read(unread), key) as unknown;
  },
  set: (unread, key, value) => Reflect.set(read(unread), key, value),
  has: (unread, key) => Reflect.has(read(unread), key),
  deleteProperty: (unread, key) => Reflect.deleteProperty(read(unread), key),
  ownKeys: (unread) => Reflect.ownKeys(read(unread)),
  defineProperty: (unread, key, attributes) => Reflect.defineProperty(read(unread), key, attributes),
  getOwnPropertyDescriptor: (unread, key) => Reflect.getOwnPropertyDescriptor(read(unread), key),
};
