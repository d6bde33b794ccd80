import { CompiledQuery, sql, type Kysely, type RawBuilder } from 'kysely';

/** A select whose one parameter, if it has any, is an array of texts. */
export interface RowsQuestion {
  /** @param ids placeholder to write where the array belongs. */
  readonly text: (ids: string) => string;
  /** Left out by a select that has no parameter. */
  readonly ids?: readonly string[];
}

/**
 * @param question a select; with more parameters than one array it is written as SQL
 * @returns rows as JSON holds them: dates and times as text, bigints as numbers.
 */
export type ReadRows = <Row>(question: RowsQuestion | RawBuilder<unknown>) => Promise<readonly Row[]>;

interface Waiting {
  readonly question: RowsQuestion | RawBuilder<unknown>;
  readonly resolve: (rows: readonly never[]) => void;
  readonly reject: (cause: unknown) => void;
}

/**
 * Answers all questions of one moment by one statement, each as a column of JSON.
 *
 * A support picture asks an agency for up to ten registers at once; sent one by one, the round trips would
 * cost more than the rows.
 */
export function createCombinedReader(db: Kysely<unknown>): ReadRows {
  let waiting: Waiting[] = [];

  async function send(): Promise<void> {
    const questions = waiting;
    waiting = [];
    try {
      const { rows } = await db.executeQuery<Record<string, never[]>>(combine(questions, db));
      questions.forEach(({ resolve }, index) => resolve(rows[0]?.[String(index)] ?? []));
    } catch (cause) {
      for (const { reject } of questions) reject(cause);
    }
  }

  return <Row>(question: RowsQuestion | RawBuilder<unknown>) =>
    new Promise<readonly Row[]>((resolve, reject) => {
      waiting.push({ question, resolve, reject });
      if (waiting.length === 1) queueMicrotask(() => void send());
    });
}

function combine(questions: readonly Waiting[], db: Kysely<unknown>): CompiledQuery<Record<string, never[]>> {
  // What is written as SQL numbers its own parameters, so it comes first.
  const written = questions.flatMap(({ question }, index) =>
    'text' in question
      ? []
      : [
          sql`(select coalesce(json_agg(r), '[]'::json) from (${question}) as r) as ${sql.ref(String(index))}`,
        ],
  );
  const { sql: first, parameters } = sql`${sql.join(written)}`.compile(db);
  const values = [...parameters];
  const arrays = new Map<string, number>();

  /** Most registers are asked about the same children: their ids are sent once. */
  function placeholderOf(ids: readonly string[]): string {
    const key = ids.join();
    const position = arrays.get(key) ?? values.push(ids);
    arrays.set(key, position);
    return `$${position}::text[]`;
  }

  const texts = questions.flatMap(({ question }, index) =>
    'text' in question
      ? [
          `(select coalesce(json_agg(r), '[]'::json) from (${question.text(question.ids ? placeholderOf(question.ids) : '')}) as r) as "${index}"`,
        ]
      : [],
  );
  return CompiledQuery.raw(`select ${[...(first === '' ? [] : [first]), ...texts].join(', ')}`, values);
}
