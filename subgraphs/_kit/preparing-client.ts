import { createHash } from 'node:crypto';
import pg from 'pg';

/** Statements that one connection keeps prepared; what comes beyond them is planned each time. */
const MAX_PREPARED = 100;
const PLANNED_ONCE = 'force_generic_plan';
const PLANNED_ANEW = 'force_custom_plan';
const ROLLBACK = 'rollback';
/** A list of its own; pages that hang from parents are short whatever their limit. */
const LIMITED = /\blimit \$\d+\s*$/i;

/**
 * A connection that plans a statement with parameters once and not for every request. Under row-level security the
 * database plans a picture's statement, over ten tables with a policy each, for some ten times as long as it runs it.
 * The policies read the session's context when a plan runs, so one plan serves every caller.
 *
 * Statements with a limit are planned for their parameters all the same: how to read a list depends on how short it is.
 */
class PreparingClient extends pg.Client {
  readonly #names = new Map<string, string>();
  #isLost = false;

  constructor(...parameters: ConstructorParameters<typeof pg.Client>) {
    super(...parameters);
    this.on('error', () => (this.#isLost = true));
  }

  // The driver's own overloads can't be written down for an override.
  override query = ((...parameters: unknown[]): unknown => {
    const [text, values] = parameters;
    if (text === ROLLBACK) return this.#rollBack();
    if (typeof text !== 'string' || !Array.isArray(values) || values.length === 0)
      return this.#send(...parameters);
    if (LIMITED.test(text)) return this.#sendPlannedAnew(text, values);
    const name = nameOf(text, this.#names);
    return name === undefined ? this.#send(text, values) : this.#send({ name, text, values });
  }) as typeof pg.Client.prototype.query;

  #send(...parameters: unknown[]): unknown {
    return (pg.Client.prototype.query as (...given: unknown[]) => unknown).apply(this, parameters);
  }

  /**
   * With a connection its transaction is gone, so rolling back is done. Whoever were told that it failed would keep the
   * connection for ever: the query builder gives one back only after its transaction has ended.
   */
  async #rollBack(): Promise<unknown> {
    try {
      return await this.#send(ROLLBACK);
    } catch (cause) {
      if (!this.#isLost) throw cause;
      return { command: 'ROLLBACK', rowCount: null, rows: [] };
    }
  }

  async #sendPlannedAnew(text: string, values: unknown[]): Promise<unknown> {
    await this.#send(`set plan_cache_mode = ${PLANNED_ANEW}`);
    try {
      return await this.#send(text, values);
    } finally {
      // After a failure the end of the transaction undoes the first by itself.
      await (this.#send(`set plan_cache_mode = ${PLANNED_ONCE}`) as Promise<unknown>).catch(() => undefined);
    }
  }
}

/** For a pool: what makes its connections such ones. */
export const PREPARING_CONNECTIONS = {
  Client: PreparingClient,
  options: `-c plan_cache_mode=${PLANNED_ONCE}`,
};

function nameOf(text: string, names: Map<string, string>): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= MAX_PREPARED) return known;
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 40);
  names.set(text, name);
  return name;
}
