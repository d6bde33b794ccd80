import { CompiledQuery, type Kysely } from 'kysely';

/** A select whose one parameter, if it has any, is an array of texts. */
export interface RowsQuestion {
  /** @param ids placeholder to write where the array belongs. */
  readonly text: (ids: string) => string;
  /** Left out by a select that has no parameter. */
  readonly ids?: readonly string[];
}

/** @returns rows as JSON holds them: dates and times as text, bigints as numbers. */
export type ReadRows = <Row>(question: RowsQuestion) => Promise<readonly Row[]>;

interface Waiting extends RowsQuestion {
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
      const { rows } = await db.executeQuery<Record<string, never[]>>(combine(questions));
      questions.forEach(({ resolve }, index) => resolve(rows[0]?.[String(index)] ?? []));
    } catch (cause) {
      for (const { reject } of questions) reject(cause);
    }
  }

  return <Row>(question: RowsQuestion) =>
    new Promise<readonly Row[]>((resolve, reject) => {
      waiting.push({ ...question, resolve, reject });
      if (waiting.length === 1) queueMicrotask(() => void send());
    });
}

function combine(questions: readonly RowsQuestion[]): CompiledQuery<Record<string, never[]>> {
  const parameters = new Map<string, readonly string[]>();
  const columns = questions.map(({ text, ids }, index) => {
    const placeholder = ids ? placeholderOf(ids, parameters) : '';
    return `(select coalesce(json_agg(r), '[]'::json) from (${text(placeholder)}) as r) as "${index}"`;
  });
  return CompiledQuery.raw(`select ${columns.join(', ')}`, [...parameters.values()]);
}

/** Most registers are asked about the same children: their ids are sent once. */
function placeholderOf(ids: readonly string[], parameters: Map<string, readonly string[]>): string {
  const key = ids.join();
  parameters.set(key, ids);
  return `$${[...parameters.keys()].indexOf(key) + 1}::text[]`;
}
