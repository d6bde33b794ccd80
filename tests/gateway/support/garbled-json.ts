/** What a place in a JSON text may hold instead, well formed or not. */
export const SNIPPETS: readonly string[] = [
  ...[
    '',
    ' ',
    ',',
    ':',
    '"',
    '\\',
    '{',
    '}',
    '[',
    ']',
    '{}',
    '[]',
    'null',
    'true',
    'false',
    'nulll',
    '\n',
    '\0',
  ],
  ...[
    '0',
    '-0',
    '00',
    '-1',
    '+1',
    '1.5',
    '.5',
    '1.',
    '-',
    '1e3',
    '1E3',
    '1e999',
    '0.1',
    '-0.25',
    '-00.1',
    '0x1',
  ],
  ...['12345678901234567890', '9'.repeat(400), `0.${'9'.repeat(400)}`, '\u6587'],
  ...['"\\u4e2d"', '"\\ud800"', '"\\u12g4"', '"\\x"', '"a\\/b\\""', '"a\tb"', '"\u001f"', '"\\'],
  ...['"OUT_OF_SCHOOL"', '"ELSEWHERE"', '"Office"', '"Student"', '{"grade":1}', '[null]', '["a"]'],
  ...[
    '"__proto__":{"isPaid":true},',
    '"extra":1,',
    '"grade":4,',
    '"__typename":"Office",',
    '"constructor":1,',
  ],
];

const PIECE = /"(?:[^"\\]|\\.)*"|[\d.-]+|\w+|[[\]{},:]/g;

/** One change: where, what is there instead, and whether it replaces what was there or comes before it. */
export interface Change {
  /** Counts the pieces that the text consists of, around and around. */
  readonly place: number;
  readonly snippet: string;
  readonly replaces: boolean;
}

export function garble(text: string, { place, snippet, replaces }: Change): string {
  const pieces = [...text.matchAll(PIECE)];
  const met = pieces[place % Math.max(pieces.length, 1)];
  if (!met) return snippet;
  return text.slice(0, met.index) + snippet + text.slice(replaces ? met.index + met[0].length : met.index);
}

export function* changesOf(text: string): Generator<Change> {
  for (const place of [...text.matchAll(PIECE)].keys()) {
    for (const snippet of SNIPPETS) {
      for (const replaces of [true, false]) yield { place, snippet, replaces };
    }
  }
}
